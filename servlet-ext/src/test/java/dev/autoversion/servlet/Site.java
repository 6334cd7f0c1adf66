package dev.autoversion.servlet;

import dev.autoversion.Autoversion;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a server is to serve: files below a directory through filters, and servlets. */
final class Site {
  // A directory, or an archive that is to stay packed.
  final Path root;
  final List<Filter> filters = new ArrayList<>();
  final Map<String, HttpServlet> servlets = new LinkedHashMap<>();
  final Map<String, String> contextParameters = new LinkedHashMap<>();
  final List<String> denied = new ArrayList<>();
  String contextPath = "";
  String errorPage = "";
  boolean compresses;
  ServletContainerInitializer initializer = new AutoversionInitializer();
  EnumSet<DispatcherType> types = EnumSet.allOf(DispatcherType.class);

  Site(Path root, Filter... filters) {
    this.root = root;
    this.filters.addAll(List.of(filters));
  }

  Site(Path root, Autoversion autoversion) {
    this(root, new AutoversionFilter(autoversion));
  }

  Site at(String path) {
    contextPath = path;
    return this;
  }

  Site with(String pattern, HttpServlet servlet) {
    servlets.put(pattern, servlet);
    return this;
  }

  Site with(String pattern, Action action) {
    return with(pattern, new ActionServlet(action));
  }

  /** A filter in front of those that are there. */
  Site behind(Filter filter) {
    filters.add(0, filter);
    return this;
  }

  /** With at least one, the container's initializers are run. */
  Site withContextParameter(String name, String value) {
    contextParameters.put(name, value);
    return this;
  }

  Site initializedBy(ServletContainerInitializer other) {
    initializer = other;
    return this;
  }

  /** Has {@code WEB-INF/classes}, as the container of a whole web application makes it. */
  ClassLoader loader() throws IOException {
    String files = Files.isDirectory(root) ? root.toUri().toString() : "jar:" + root.toUri() + "!/";
    return new URLClassLoader(
        new URL[] {URI.create(files + "WEB-INF/classes/").toURL()}, Site.class.getClassLoader());
  }

  /** A security constraint that lets nobody in. */
  Site denying(String pattern) {
    denied.add(pattern);
    return this;
  }

  Site withErrorPage(String path) {
    errorPage = path;
    return this;
  }

  Site compressing() {
    compresses = true;
    return this;
  }

  Site mappedTo(EnumSet<DispatcherType> some) {
    types = some;
    return this;
  }
}
