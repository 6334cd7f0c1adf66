package dev.autoversion.servlet;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.encoding.ContentEncodingRepository;
import io.undertow.server.handlers.encoding.EncodingHandler;
import io.undertow.server.handlers.encoding.GzipEncodingProvider;
import io.undertow.server.handlers.resource.ClassPathResourceManager;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.server.handlers.resource.ResourceManager;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ErrorPage;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.api.SecurityConstraint;
import io.undertow.servlet.api.SecurityInfo;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.api.WebResourceCollection;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Undertow 2.3. */
final class UndertowServer {
  private UndertowServer() {}

  static Container.Running start(Site site) throws Exception {
    DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment(site));
    manager.deploy();
    PathHandler paths = new PathHandler();
    paths.addPrefixPath(site.contextPath.isEmpty() ? "/" : site.contextPath, manager.start());
    HttpHandler handler = site.compresses ? compressing(paths) : paths;
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setIoThreads(1)
            .setWorkerThreads(4)
            .setHandler(handler)
            .build();
    server.start();
    int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    return new Container.Running(
        port,
        () -> {
          server.stop();
          manager.stop();
          manager.undeploy();
        });
  }

  private static DeploymentInfo deployment(Site site) throws IOException {
    DeploymentInfo info =
        Servlets.deployment()
            .setClassLoader(UndertowServer.class.getClassLoader())
            .setDeploymentName("test")
            .setContextPath(site.contextPath.isEmpty() ? "/" : site.contextPath)
            .setResourceManager(resources(site.root));
    for (int i = 0; i < site.filters.size(); i++) {
      Filter filter = site.filters.get(i);
      String name = "filter" + i;
      info.addFilter(
          new FilterInfo(name, filter.getClass(), new ImmediateInstanceFactory<>(filter))
              .setAsyncSupported(true));
      for (DispatcherType type : site.types) {
        info.addFilterUrlMapping(name, "/*", type);
      }
    }
    site.servlets.forEach(
        (pattern, servlet) ->
            info.addServlet(
                Servlets.servlet(
                        pattern, servlet.getClass(), new ImmediateInstanceFactory<>(servlet))
                    .addMapping(pattern)
                    .setAsyncSupported(true)));
    site.contextParameters.forEach(info::addInitParameter);
    if (!site.contextParameters.isEmpty()) {
      info.setClassLoader(site.loader());
      info.addServletContainerInitializer(
          new ServletContainerInitializerInfo(
              site.initializer.getClass(),
              new ImmediateInstanceFactory<>(site.initializer),
              Set.of()));
    }
    for (String pattern : site.denied) {
      info.addSecurityConstraint(
          new SecurityConstraint()
              .addWebResourceCollection(new WebResourceCollection().addUrlPattern(pattern))
              .setEmptyRoleSemantic(SecurityInfo.EmptyRoleSemantic.DENY));
    }
    if (!site.errorPage.isEmpty()) {
      info.addErrorPage(new ErrorPage(site.errorPage));
    }
    return info;
  }

  private static ResourceManager resources(Path root) throws IOException {
    return Files.isDirectory(root)
        ? new PathResourceManager(root)
        : new ClassPathResourceManager(
            new URLClassLoader(new URL[] {root.toUri().toURL()}, null), "");
  }

  private static HttpHandler compressing(HttpHandler next) {
    return new EncodingHandler(
        next,
        new ContentEncodingRepository().addEncodingHandler("gzip", new GzipEncodingProvider(), 50));
  }
}
