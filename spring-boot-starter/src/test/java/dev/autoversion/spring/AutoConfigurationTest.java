package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import dev.autoversion.Asset;
import dev.autoversion.AssetSource;
import dev.autoversion.Autoversion;
import dev.autoversion.CapturedLog;
import dev.autoversion.LogicalPath;
import dev.autoversion.Placement;
import dev.autoversion.VersionStrategy;
import dev.autoversion.freemarker.AutoversionFreemarker;
import dev.autoversion.pebble.AutoversionExtension;
import dev.autoversion.servlet.AutoversionFilter;
import dev.autoversion.thymeleaf.AutoversionDialect;
import freemarker.template.Template;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionRegistry;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import jakarta.servlet.DispatcherType;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.AbstractResource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.springframework.web.servlet.view.freemarker.FreeMarkerConfig;
import org.springframework.web.servlet.view.freemarker.FreeMarkerConfigurer;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.spring6.SpringTemplateEngine;
import shop.Shop;

/** What is configured in which surroundings. */
class AutoConfigurationTest {
  private static final String APP = "/js/app-750841c8e8e1.js";

  private final WebApplicationContextRunner mvc =
      new WebApplicationContextRunner().withConfiguration(Line.mvc());
  private final ReactiveWebApplicationContextRunner webFlux =
      new ReactiveWebApplicationContextRunner().withConfiguration(Line.webFlux());

  private static Autoversion autoversion(ApplicationContext context) {
    return context.getBean(Autoversion.class);
  }

  @Test
  void mvc_handlersOfSpring() {
    mvc.run(
        context -> {
          assertEquals("Autoversion[deferred]", autoversion(context).toString());
          assertEquals(APP, autoversion(context).url("/js/app.js"));
          assertEquals(
              "class path META-INF/resources/webjars",
              autoversion(context).mounts().get("/webjars/"));
          // The last of Spring Boot's five locations is the mock that stands for a container here.
          assertEquals(
              "class path META-INF/resources, class path static, folder / of the web application at"
                  + " /",
              autoversion(context).mounts().get("/"));
        });
  }

  /**
   * Spring Boot also asks the container, whose own folder is empty: what it has is in {@code
   * META-INF/resources} of libraries, even if the locations no longer name that.
   */
  @Test
  void mvc_locationsWithoutThoseOfLibraries_asTheContainerServesThem() {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Shop.class)
            .web(WebApplicationType.SERVLET)
            .run(
                "--server.port=0",
                "--spring.web.resources.static-locations=classpath:/static/",
                "--spring.mvc.webjars-path-pattern=/lib/**")) {
      assertEquals(
          "/webjars/lit/3.2.0/lit-293cd88dc8cb.js",
          autoversion(context).url("/webjars/lit/3.2.0/lit.js"));
      assertEquals(
          "class path static, class path META-INF/resources",
          autoversion(context).mounts().get("/"));
    }
  }

  @Test
  void mvc_embeddedContainer_noFolderTwice() {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Shop.class)
            .web(WebApplicationType.SERVLET)
            .run("--server.port=0")) {
      assertEquals(
          "class path META-INF/resources, class path static",
          autoversion(context).mounts().get("/"));
    }
  }

  @Test
  void webFlux_handlersOfSpring() {
    webFlux.run(
        context -> {
          assertEquals(APP, autoversion(context).url("/js/app.js"));
          assertEquals(2147483547, context.getBean(AutoversionWebFilter.class).getOrder());
        });
  }

  @Test
  void mvc_defaults() {
    mvc.run(
        context -> {
          Map<String, String> settings = autoversion(context).settings();
          assertEquals("fileName()", settings.get("placement"));
          assertEquals("contentHash(12)", settings.get("version"));
          assertEquals("WARN", settings.get("onMissing"));
          assertEquals("recheckAfter(PT1S)", settings.get("recheck"));
          assertEquals("33554432", settings.get("maximumBytes"));
          assertEquals(
              "[**/*.html, robots.txt, favicon.ico, sw.js, service-worker.js, manifest.json,"
                  + " *.webmanifest, sitemap*.xml, .well-known/**]",
              settings.get("exclude"));
        });
  }

  @Test
  void filter_behindSecurityBeforeSpringsOwn() {
    mvc.run(
        context -> {
          FilterRegistrationBean<?> filter = context.getBean(FilterRegistrationBean.class);
          assertInstanceOf(AutoversionFilter.class, filter.getFilter());
          assertEquals(Ordered.LOWEST_PRECEDENCE - 100, filter.getOrder());
          assertTrue(filter.isAsyncSupported());
          assertEquals(EnumSet.allOf(DispatcherType.class), filter.determineDispatcherTypes());
        });
  }

  @Test
  void filter_properties() {
    mvc.withPropertyValues("autoversion.filter.order=7")
        .run(context -> assertEquals(7, context.getBean(FilterRegistrationBean.class).getOrder()));
    mvc.withPropertyValues("autoversion.filter.enabled=false")
        .run(context -> assertEquals(0, filters(context)));
    webFlux
        .withPropertyValues("autoversion.filter.enabled=false")
        .run(context -> assertEquals(0, context.getBeansOfType(AutoversionWebFilter.class).size()));
  }

  /** As environment variables often have it, and as the binder reads it. */
  @ParameterizedTest
  @ValueSource(strings = {"off", "no", "0"})
  void filter_otherWordsForFalse(String off) {
    mvc.withPropertyValues("autoversion.filter.enabled=" + off)
        .run(context -> assertEquals(0, filters(context)));
    webFlux
        .withPropertyValues("autoversion.filter.enabled=" + off)
        .run(context -> assertEquals(0, context.getBeansOfType(AutoversionWebFilter.class).size()));
    mvc.withPropertyValues("autoversion.enabled=" + off)
        .run(context -> assertEquals(0, filters(context)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "yes", "1"})
  void filter_otherWordsForTrue(String on) {
    mvc.withPropertyValues("autoversion.filter.enabled=" + on)
        .run(context -> assertEquals(1, filters(context)));
  }

  private static int filters(ApplicationContext context) {
    return context.getBeansOfType(FilterRegistrationBean.class).size();
  }

  @Test
  void enabled_false() {
    mvc.withPropertyValues("autoversion.enabled=false")
        .run(
            context -> {
              assertEquals("/js/app.js", autoversion(context).url("/js/app.js"));
              assertEquals(0, filters(context));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "autoversion.placement=query            | /js/app.js?v=750841c8e8e1",
        "autoversion.placement=path-segment     | /js/@750841c8e8e1/app.js",
        "autoversion.hash-length=8              | /js/app-750841c8.js",
        "autoversion.fixed-version=1.4.2        | /js/app-1_4_2.js",
        "autoversion.fixed-version=             | /js/app-750841c8e8e1.js",
        "autoversion.hash-length=               | /js/app-750841c8e8e1.js",
        "autoversion.exclude=js/**              | /js/app.js",
        "autoversion.host=https://cdn.test      | https://cdn.test/js/app-750841c8e8e1.js",
        "server.servlet.context-path=/ignored   | /js/app-750841c8e8e1.js",
        "spring.mvc.static-path-pattern=/x/**   | /js/app.js",
        "spring.web.resources.add-mappings=false | /js/app.js",
        "spring.web.resources.static-locations=classpath:/none/ | /js/app.js",
        "autoversion.mounts[/js]=classpath:/static/css/ | /js/app.js",
      })
  void properties_whatTheyChange(String property, String url) {
    mvc.withPropertyValues(property)
        .run(context -> assertEquals(url, autoversion(context).url("/js/app.js")));
  }

  @Test
  void properties_several() {
    mvc.withPropertyValues(
            "autoversion.version=fixed",
            "autoversion.fixed-version=1.4.2",
            "autoversion.host=https://cdn.test",
            "autoversion.host-except=**/*.svg",
            "autoversion.recheck-after=5s",
            "autoversion.maximum-size=7",
            "autoversion.maximum-bytes=1MB",
            "autoversion.on-missing=keep")
        .run(
            context -> {
              Autoversion autoversion = autoversion(context);
              assertEquals("https://cdn.test/js/app-1_4_2.js", autoversion.url("/js/app.js"));
              assertEquals("/img/logo-1_4_2.svg", autoversion.url("/img/logo.svg"));
              assertEquals("recheckAfter(PT5S)", autoversion.settings().get("recheck"));
              assertEquals("7", autoversion.settings().get("maximumSize"));
              assertEquals("1048576", autoversion.settings().get("maximumBytes"));
              assertEquals("KEEP", autoversion.settings().get("onMissing"));
            });
  }

  @Test
  void mounts_besideSpringsAndInTheirPlace() {
    mvc.withPropertyValues(
            "autoversion.mounts[/styles]=classpath:/static/css",
            "autoversion.mounts[/webjars/]=classpath:/static/js/,classpath:/static/img/",
            "spring.web.resources.add-mappings=false")
        .run(
            context -> {
              assertEquals(
                  Map.of(
                      "/styles/", "class path static/css",
                      "/webjars/", "class path static/js, class path static/img"),
                  autoversion(context).mounts());
              assertEquals(
                  "/webjars/app-750841c8e8e1.js", autoversion(context).url("/webjars/app.js"));
            });
  }

  @Test
  void manifests_namesAndFilesOfTheBuild() {
    mvc.withPropertyValues(
            "spring.web.resources.static-locations=classpath:/vite/",
            "autoversion.manifests[/build]=classpath:vite/build/.vite/manifest.json",
            "autoversion.modules[lit]=/webjars/lit/3.2.0/lit.js")
        .run(
            context -> {
              Autoversion autoversion = autoversion(context);
              assertEquals("/build/assets/main-BRBmoGS9.js", autoversion.url("/build/src/main.js"));
              // printf 'console.log("main");\n' | openssl dgst -sha384 -binary | base64
              assertEquals(
                  Optional.of(
                      "sha384-YLZ7hFcT7PbOCzXieymmlorgaVLtggYiChPljI46oXxrgkZqICvgIxbogRLS5t6p"),
                  autoversion.integrity("/build/src/main.js"));
            });
  }

  /** Also at the root, where the mount replaces what Spring serves. */
  @ParameterizedTest
  @CsvSource({"/, /build/", "/site, /site/build/"})
  void manifests_filesOfTheBuildInAMountedFolder(String mount, String build) {
    mvc.withPropertyValues(
            "autoversion.mounts[" + mount + "]=classpath:/vite/",
            "autoversion.manifests[" + build + "]=classpath:vite/build/.vite/manifest.json")
        .run(
            context -> {
              Autoversion autoversion = autoversion(context);
              assertEquals(
                  build + "assets/main-BRBmoGS9.js", autoversion.url(build + "src/main.js"));
              assertEquals(
                  Optional.of(
                      "sha384-YLZ7hFcT7PbOCzXieymmlorgaVLtggYiChPljI46oXxrgkZqICvgIxbogRLS5t6p"),
                  autoversion.integrity(build + "src/main.js"));
            });
  }

  /** Nothing answers there, so what was built counts: a folder of what Spring serves. */
  @Test
  void devServers_filesOfTheBuild() {
    mvc.withPropertyValues("autoversion.dev-servers[/js]=http://127.0.0.1:1")
        .run(
            context -> {
              assertEquals(APP, autoversion(context).url("/js/app.js"));
              String mounted = autoversion(context).mounts().get("/js/");
              assertTrue(mounted.startsWith("dev server http://127.0.0.1:1, class path static/js"));
            });
  }

  @Test
  void recheck_neverAsTold() {
    mvc.withPropertyValues("autoversion.recheck-after=never")
        .run(
            context ->
                assertEquals("recheckNever()", autoversion(context).settings().get("recheck")));
  }

  /** {@code recheck-after=${AGE:}}, where {@code AGE} is not set. */
  @Test
  void recheck_blank_isNotSet() {
    mvc.withPropertyValues("autoversion.recheck-after=")
        .run(
            context ->
                assertEquals("recheckAfter(PT1S)", autoversion(context).settings().get("recheck")));
  }

  /** The library of Spring Boot is an archive, in which nothing changes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "autoversion.enabled=true",
        "autoversion.build-manifest=none",
        "autoversion.dev-servers[/x]="
      })
  void recheck_neverInArchives(String property) {
    mvc.withPropertyValues(
            property,
            "autoversion.mounts[/m]=classpath:/org/springframework/boot/",
            "spring.web.resources.add-mappings=false")
        .run(
            context ->
                assertEquals("recheckNever()", autoversion(context).settings().get("recheck")));
  }

  @Test
  void recheck_whereACustomizerMountsAFolder(@TempDir Path uploads) {
    mvc.withBean(
            AutoversionBuilderCustomizer.class,
            () -> builder -> builder.directory("/uploads", uploads))
        .withPropertyValues(
            "autoversion.mounts[/m]=classpath:/org/springframework/boot/",
            "spring.web.resources.add-mappings=false")
        .run(
            context ->
                assertEquals("recheckAfter(PT1S)", autoversion(context).settings().get("recheck")));
  }

  @ParameterizedTest
  @CsvSource({
    "classpath:/statc/, class path resource [statc/]",
    "/srv/docs, ServletContext resource [/srv/docs/]",
  })
  void mounts_whatIsNotThereIsSaid(String location, String named) {
    try (CapturedLog log = CapturedLog.open()) {
      mvc.withPropertyValues("autoversion.mounts[/docs]=" + location)
          .run(context -> assertEquals(APP, autoversion(context).url("/js/app.js")));
      assertEquals(
          List.of(
              "WARNING autoversion.mounts[/docs/]: "
                  + named
                  + " does not exist; a folder of the disk is written as file:/srv/static/, one of"
                  + " the class path as classpath:/static/"),
          log.lines().stream().filter(line -> line.startsWith("WARNING")).toList());
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "8080, ; ask /app/actuator/autoversion?reference=/css/app.css",
        "9090, ; ask :9090/actuator/autoversion?reference=/css/app.css",
        "-1, none",
      })
  void startLine_whereTheEndpointIs(String managementPort, String ask) {
    mvc.withPropertyValues(
            "spring.mvc.servlet.path=/app",
            "management.server.port=" + managementPort,
            "management.endpoints.web.exposure.include=autoversion")
        .run(
            context -> {
              try (CapturedLog log = CapturedLog.open()) {
                start(context.getSourceApplicationContext());
                String line = awaited(log, " in the file name");
                String end = line.substring(line.indexOf(" in the file name") + 17);
                assertEquals(ask == null ? "" : ask, end, line);
              }
            });
  }

  /** A random port is known only once its server has started. */
  @Test
  void startLine_randomManagementPort() {
    try (SystemOut out = SystemOut.open();
        ConfigurableApplicationContext context =
            new SpringApplicationBuilder(Shop.class)
                .run(
                    "--server.port=0",
                    "--management.server.port=0",
                    "--management.endpoints.web.exposure.include=autoversion")) {
      String line = awaited(() -> out.text().lines(), " in the file name");
      String port = context.getEnvironment().getProperty("local.management.port");
      String end = "; ask :" + port + "/actuator/autoversion?reference=/css/app.css";
      assertTrue(line.endsWith(end), () -> line + " does not end with " + end);
    }
  }

  /** The folders of a web application can't be listed any more once its container has stopped. */
  @Test
  void startLine_contextClosedAtOnce() throws Exception {
    CountDownLatch closing = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    CompletableFuture<Boolean> stoppedWhileListing = new CompletableFuture<>();
    AssetSource slow =
        new AssetSource() {
          @Override
          public Optional<Asset> find(LogicalPath path) {
            return Optional.empty();
          }

          @Override
          public Stream<LogicalPath> paths() {
            closing.countDown();
            stoppedWhileListing.complete(isCountedDown(stopped));
            return Stream.empty();
          }
        };
    mvc.withBean(AutoversionBuilderCustomizer.class, () -> builder -> builder.source("/slow", slow))
        .withBean(Stopping.class, () -> new Stopping(stopped))
        .run(
            context -> {
              start(context.getSourceApplicationContext());
              assertTrue(closing.await(30, TimeUnit.SECONDS));
            });
    assertFalse(stoppedWhileListing.get(30, TimeUnit.SECONDS));
  }

  /** What stops with a context. */
  private record Stopping(CountDownLatch stopped) implements SmartLifecycle {
    @Override
    public void start() {}

    @Override
    public void stop() {
      stopped.countDown();
    }

    @Override
    public boolean isRunning() {
      return stopped.getCount() > 0;
    }
  }

  private static boolean isCountedDown(CountDownLatch latch) {
    try {
      return latch.await(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void start(ConfigurableApplicationContext context) {
    context.publishEvent(
        new ApplicationStartedEvent(new SpringApplication(), new String[0], context, null));
  }

  /** A line that is written beside the start, soon after it. */
  private static String awaited(CapturedLog log, String part) {
    return awaited(() -> log.lines().stream(), part);
  }

  private static String awaited(Supplier<Stream<String>> log, String part) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          Optional<String> line = Optional.empty();
          while (line.isEmpty()) {
            Thread.onSpinWait();
            line = log.get().filter(each -> each.contains(part)).findFirst();
          }
          return line.get();
        });
  }

  @Configuration(proxyBeanMethods = false)
  static class StarsInTheMiddle implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
      registry.addResourceHandler("/c*/**/*.css").addResourceLocations("classpath:/static/");
    }
  }

  @Test
  void handler_starsInTheMiddle() {
    mvc.withUserConfiguration(StarsInTheMiddle.class)
        .withPropertyValues("spring.mvc.pathmatch.matching-strategy=ant_path_matcher")
        .run(
            context -> {
              assertNull(context.getStartupFailure());
              assertEquals("/css/base-b4d5deb2f19a.css", autoversion(context).url("/css/base.css"));
            });
  }

  @Test
  void servletPath_leadsThePattern() {
    mvc.withPropertyValues("spring.mvc.servlet.path=/app")
        .run(context -> assertEquals("/app" + APP, autoversion(context).url("/app/js/app.js")));
  }

  @Test
  void basePath_ofWebFlux() {
    webFlux
        .withPropertyValues("spring.webflux.base-path=/shop")
        .run(context -> assertEquals("/shop" + APP, autoversion(context).url("/shop/js/app.js")));
  }

  @Test
  void tooWideLocation_isNoReasonNotToStart() {
    mvc.withPropertyValues("spring.web.resources.static-locations=classpath:/META-INF/")
        .run(context -> assertEquals("/x/app.js", autoversion(context).url("/x/app.js")));
  }

  /** Whoever excludes one of them starts without what it brings. */
  @ParameterizedTest
  @ValueSource(strings = {"", "Engines", "Actuator", "Servlet", "Reactive"})
  void autoConfigurations_excludedOneByOne(String name) {
    String excluded =
        "spring.autoconfigure.exclude=dev.autoversion.spring.Autoversion"
            + name
            + "AutoConfiguration";
    int sites = name.isEmpty() ? 0 : 1;
    new WebApplicationContextRunner()
        .withUserConfiguration(Shop.class, Engines.class)
        .withPropertyValues(excluded)
        .run(context -> assertEquals(sites, context.getBeansOfType(Autoversion.class).size()));
    new ReactiveWebApplicationContextRunner()
        .withUserConfiguration(Shop.class, Engines.class)
        .withPropertyValues(excluded)
        .run(context -> assertEquals(sites, context.getBeansOfType(Autoversion.class).size()));
  }

  @Test
  void autoConfiguration_excluded_ownBean() {
    new WebApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                AutoversionServletAutoConfiguration.class,
                AutoversionEnginesAutoConfiguration.class,
                AutoversionActuatorAutoConfiguration.class))
        .withUserConfiguration(Own.class, Engines.class)
        .run(
            context -> {
              assertEquals(1, filters(context));
              assertEquals(
                  "/own/js/app.js?v=750841c8e8e1",
                  context
                      .getBean(Jinjava.class)
                      .render("{{ '/own/js/app.js'|autoversion }}", Map.of()));
            });
  }

  @Configuration(proxyBeanMethods = false)
  static class Own {
    static final Autoversion OWN =
        Autoversion.builder().classpath("/own", "static").placement(Placement.query()).build();

    @Bean
    static Autoversion own() {
      return OWN;
    }
  }

  @Test
  void ownBean_wins() {
    mvc.withUserConfiguration(Own.class, Engines.class)
        .run(
            context -> {
              assertSame(Own.OWN, autoversion(context));
              assertTrue(context.containsBean("autoversionFilter"));
              assertEquals(
                  "/own/js/app.js?v=750841c8e8e1",
                  context
                      .getBean(Jinjava.class)
                      .render("{{ '/own/js/app.js'|autoversion }}", Map.of()));
            });
  }

  /** Nobody would answer the versioned URLs. */
  @Test
  void enabled_false_engines_ownBean() {
    mvc.withUserConfiguration(Own.class, Engines.class)
        .withPropertyValues("autoversion.enabled=false")
        .run(
            context -> {
              assertEquals(0, filters(context));
              assertEquals(
                  "/own/js/app.js",
                  context
                      .getBean(Jinjava.class)
                      .render("{{ '/own/js/app.js'|autoversion }}", Map.of()));
            });
  }

  @Configuration(proxyBeanMethods = false)
  static class Customized {
    @Bean
    AutoversionBuilderCustomizer customizer() {
      return builder ->
          builder
              .placement(Placement.query())
              .version(VersionStrategy.fixed("7"))
              .recheckNever()
              .classpath("/more", "static");
    }
  }

  @Test
  void customizer_saysMore() {
    mvc.withUserConfiguration(Customized.class)
        .withPropertyValues("autoversion.placement=file-name")
        .run(
            context -> {
              assertEquals("/more/js/app.js?v=7", autoversion(context).url("/more/js/app.js"));
              assertEquals("/js/app.js?v=7", autoversion(context).url("/js/app.js"));
              assertEquals("recheckNever()", autoversion(context).settings().get("recheck"));
            });
  }

  @Test
  void customizer_mountsAlone() {
    mvc.withUserConfiguration(Customized.class)
        .withPropertyValues("spring.web.resources.add-mappings=false")
        .run(
            context ->
                assertEquals("/more/js/app.js?v=7", autoversion(context).url("/more/js/app.js")));
  }

  /** Who configures MVC may have the engines and the URLs, which come from MVC's handlers. */
  @Configuration(proxyBeanMethods = false)
  static class Circle implements WebMvcConfigurer {
    Circle(Autoversion autoversion, TemplateEngine engine) {
      assertEquals("Autoversion[deferred]", autoversion.toString());
      assertFalse(engine.isInitialized());
    }
  }

  @Test
  void lateMounts_noCircle() {
    mvc.withUserConfiguration(Circle.class)
        .withConfiguration(Line.engines())
        .run(context -> assertEquals(APP, autoversion(context).url("/js/app.js")));
  }

  @Configuration(proxyBeanMethods = false)
  static class Engines {
    @Bean
    PebbleEngine pebble() {
      return new PebbleEngine.Builder().build();
    }

    @Bean
    Jinjava jinjava() {
      return new Jinjava();
    }
  }

  @Test
  void engines_all() {
    mvc.withUserConfiguration(Engines.class)
        .withConfiguration(Line.engines())
        .run(
            context -> {
              assertTrue(
                  context.getBean(TemplateEngine.class).getDialects().stream()
                      .anyMatch(dialect -> dialect.getName().equals("autoversion")));
              assertNotNull(
                  context
                      .getBean(freemarker.template.Configuration.class)
                      .getSharedVariable("autoversion"));
              assertNotNull(
                  context
                      .getBean(PebbleEngine.class)
                      .getExtensionRegistry()
                      .getFilter("autoversion"));
              assertEquals(
                  APP,
                  context
                      .getBean(Jinjava.class)
                      .render("{{ '/js/app.js'|autoversion }}", Map.of()));
            });
  }

  /** Its view asks Spring's configurer, which makes what Spring Boot's bean only hands out. */
  @Test
  void freemarker_lazyInitialization() {
    mvc.withInitializer(
            context ->
                context.addBeanFactoryPostProcessor(
                    new LazyInitializationBeanFactoryPostProcessor()))
        .withConfiguration(Line.engines())
        .run(
            context ->
                assertNotNull(
                    context
                        .getBean(FreeMarkerConfig.class)
                        .getConfiguration()
                        .getSharedVariable("autoversion")));
  }

  /** Without Spring Boot's own configuration of the engine, views ask these beans alone. */
  @Test
  void freemarker_ownConfigurer() {
    mvc.withBean(FreeMarkerConfigurer.class)
        .run(
            context ->
                assertNotNull(
                    context
                        .getBean(FreeMarkerConfig.class)
                        .getConfiguration()
                        .getSharedVariable("autoversion")));
    webFlux
        .withBean(
            org.springframework.web.reactive.result.view.freemarker.FreeMarkerConfigurer.class)
        .run(
            context ->
                assertNotNull(
                    context
                        .getBean(
                            org.springframework.web.reactive.result.view.freemarker.FreeMarkerConfig
                                .class)
                        .getConfiguration()
                        .getSharedVariable("autoversion")));
  }

  /** Such as one for mails, whose URLs are whole ones. */
  @Configuration(proxyBeanMethods = false)
  static class OwnEngines {
    private final Autoversion mails = Autoversion.builder().classpath("/own", "static").build();

    @Bean
    TemplateEngine mailEngine() {
      TemplateEngine engine = new SpringTemplateEngine();
      AutoversionDialect.install(engine, mails);
      return engine;
    }

    @Bean
    freemarker.template.Configuration mailConfiguration() {
      var configuration =
          new freemarker.template.Configuration(freemarker.template.Configuration.VERSION_2_3_34);
      AutoversionFreemarker.install(configuration, mails);
      return configuration;
    }
  }

  @Test
  void engines_ownAutoversionLeftAlone() {
    mvc.withUserConfiguration(OwnEngines.class)
        .run(
            context -> {
              assertNull(context.getStartupFailure());
              assertEquals(
                  "/own/js/app.js?v=750841c8e8e1",
                  context
                      .getBean(TemplateEngine.class)
                      .process("[[${#autoversion.url('/own/js/app.js')}]]", new Context()));
              StringWriter mail = new StringWriter();
              new Template(
                      "mail",
                      "${autoversion('/own/js/app.js')}",
                      context.getBean(freemarker.template.Configuration.class))
                  .process(Map.of(), mail);
              assertEquals("/own/js/app.js?v=750841c8e8e1", mail.toString());
            });
  }

  @Test
  void pebble_ownWordLeftAlone() {
    Filter own = new AutoversionExtension(Own.OWN).getFilters().get("autoversion");
    Extension extension =
        new AbstractExtension() {
          @Override
          public Map<String, Filter> getFilters() {
            return Map.of("srcset", own);
          }
        };
    mvc.withBean(PebbleEngine.class, () -> new PebbleEngine.Builder().extension(extension).build())
        .run(
            context -> {
              ExtensionRegistry known = context.getBean(PebbleEngine.class).getExtensionRegistry();
              assertSame(own, known.getFilter("srcset"));
              assertNotNull(known.getFilter("autoversion"));
              assertNotNull(known.getFunction("srcset"));
            });
  }

  /** A folder that can't be reached now, as on a disk of another machine. */
  private static final class FailingFolder extends AbstractResource {
    @Override
    public boolean isFile() {
      return true;
    }

    @Override
    public File getFile() throws IOException {
      throw new IOException("the disk is away");
    }

    @Override
    public InputStream getInputStream() throws IOException {
      throw new IOException("the disk is away");
    }

    @Override
    public String getDescription() {
      return "folder far away";
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Failing implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
      registry.addResourceHandler("/far/**").addResourceLocations(new FailingFolder());
    }
  }

  @Test
  void failingLocation_isNoReasonNotToStart() {
    try (CapturedLog log = CapturedLog.open()) {
      mvc.withUserConfiguration(Failing.class)
          .withPropertyValues("autoversion.dev-servers[/far/build]=http://127.0.0.1:1")
          .run(context -> assertEquals(APP, autoversion(context).url("/js/app.js")));
      assertEquals(
          List.of(
              "WARNING what is at /far/ is not versioned: folder far away: the disk is away",
              "WARNING what is at /far/build/ is not versioned: folder far away: Cannot create a"
                  + " relative resource for folder far away"),
          log.lines().stream().filter(line -> line.startsWith("WARNING")).toList());
    }
  }

  @Test
  void mounts_onePrefixInTwoSpellings(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("a b"));
    Files.writeString(root.resolve("a b/x.txt"), "one"); // printf one | sha256sum
    mvc.withUserConfiguration(SpacedHandler.class)
        .withPropertyValues("autoversion.mounts[/my%20files]=" + root.toUri())
        .run(
            context -> {
              assertEquals(
                  "/my%20files/a%20b/x-7692c3ad3540.txt",
                  autoversion(context).url("/my%20files/a%20b/x.txt"));
              assertEquals(
                  "/my%20files/base.css", autoversion(context).url("/my%20files/base.css"));
            });
  }

  @Configuration(proxyBeanMethods = false)
  static class SpacedHandler implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
      registry.addResourceHandler("/my files/**").addResourceLocations("classpath:/static/css/");
    }
  }

  /** Who had the word first keeps it; all others come. */
  @Test
  void engines_ownWordKept() {
    Filter own = new OwnFilter();
    Extension extension =
        new AbstractExtension() {
          @Override
          public Map<String, Filter> getFilters() {
            return Map.of("autoversion", own);
          }
        };
    try (CapturedLog log = CapturedLog.open()) {
      mvc.withBean(
              PebbleEngine.class, () -> new PebbleEngine.Builder().extension(extension).build())
          .withBean(Jinjava.class, AutoConfigurationTest::jinjavaWithOwnWord)
          .withBean(FreeMarkerConfigurer.class, AutoConfigurationTest::freemarkerWithOwnWord)
          .withBean(TemplateEngine.class, AutoConfigurationTest::thymeleafWithOwnWord)
          .run(
              context -> {
                assertNull(context.getStartupFailure());
                ExtensionRegistry known =
                    context.getBean(PebbleEngine.class).getExtensionRegistry();
                assertSame(own, known.getFilter("autoversion"));
                assertNotNull(known.getFilter("srcset"));
                assertEquals(
                    "own /js/app-750841c8e8e1.js 1x",
                    context
                        .getBean(Jinjava.class)
                        .render(
                            "{{ '/js/app.js'|autoversion }} {{ '/js/app.js 1x'|srcset }}",
                            Map.of()));
                StringWriter page = new StringWriter();
                new Template(
                        "page",
                        "${autoversion} ${srcset('/js/app.js 1x')}",
                        context.getBean(FreeMarkerConfig.class).getConfiguration())
                    .process(Map.of(), page);
                assertEquals("own /js/app-750841c8e8e1.js 1x", page.toString());
                assertEquals(
                    "own <a href=\"" + APP + "\"></a>",
                    context
                        .getBean(TemplateEngine.class)
                        .process(
                            "[[${#autoversion}]] <a av:href=\"/js/app.js\"></a>", new Context()));
              });
      assertEquals(
          List.of(
              kept("FreeMarker", "shared variable", "freemarker.template.SimpleScalar"),
              kept("Jinjava", "filter", OwnJinjavaFilter.class.getName()),
              kept("Pebble", "filter", OwnFilter.class.getName()),
              kept("Thymeleaf", "expression object", OwnDialect.class.getName())),
          log.lines().stream().filter(line -> line.startsWith("WARNING")).sorted().toList());
    }
  }

  /** An engine that is two beans, or FreeMarker's, which two beans hold, is visited twice. */
  @Test
  void engines_ownWordsKept_visitedTwice() {
    FreeMarkerConfigurer freemarker = new FreeMarkerConfigurer();
    freemarker.setFreemarkerVariables(Map.of("autoversion", "own", "entrypoint", "own"));
    PebbleEngine pebble =
        new PebbleEngine.Builder()
            .extension(
                new AbstractExtension() {
                  @Override
                  public Map<String, Filter> getFilters() {
                    return Map.of("autoversion", new OwnFilter());
                  }
                })
            .build();
    Jinjava jinjava = jinjavaWithOwnWord();
    TemplateEngine thymeleaf = thymeleafWithOwnWord();
    try (CapturedLog log = CapturedLog.open()) {
      mvc.withBean(FreeMarkerConfigurer.class, () -> freemarker)
          .withBean(freemarker.template.Configuration.class, () -> freemarker.getConfiguration())
          .withBean("pebble", PebbleEngine.class, () -> pebble)
          .withBean("pebbleOfMails", PebbleEngine.class, () -> pebble)
          .withBean("jinjava", Jinjava.class, () -> jinjava)
          .withBean("jinjavaOfMails", Jinjava.class, () -> jinjava)
          .withBean("thymeleaf", TemplateEngine.class, () -> thymeleaf)
          .withBean("thymeleafOfMails", TemplateEngine.class, () -> thymeleaf)
          .run(context -> assertNull(context.getStartupFailure()));
      assertEquals(
          List.of(
              "FreeMarker shared variable autoversion",
              "FreeMarker shared variable entrypoint",
              "Jinjava filter autoversion",
              "Pebble filter autoversion",
              "Thymeleaf expression object autoversion"),
          log.lines().stream()
              .filter(line -> line.startsWith("WARNING the "))
              .map(
                  line ->
                      line.substring("WARNING the ".length(), line.indexOf("' of its own"))
                          .replace("engine already has a ", "")
                          .replace("'", ""))
              .sorted()
              .toList());
    }
  }

  /** Thymeleaf takes that for a dialect without expression objects. */
  @Test
  void engines_dialectWithoutFactory() {
    TemplateEngine engine = new SpringTemplateEngine();
    engine.addDialect(
        new IExpressionObjectDialect() {
          @Override
          public String getName() {
            return "empty";
          }

          @Override
          public IExpressionObjectFactory getExpressionObjectFactory() {
            return null;
          }
        });
    mvc.withBean(TemplateEngine.class, () -> engine)
        .run(
            context ->
                assertEquals(
                    APP,
                    context
                        .getBean(TemplateEngine.class)
                        .process("[[${#autoversion.url('/js/app.js')}]]", new Context())));
  }

  private static String kept(String engine, String kind, String keeper) {
    return "WARNING the "
        + engine
        + " engine already has a "
        + kind
        + " 'autoversion' of its own ("
        + keeper
        + "), which is left as it is; autoversion's of that name is not there";
  }

  private static Jinjava jinjavaWithOwnWord() {
    Jinjava engine = new Jinjava();
    engine.registerFilter(new OwnJinjavaFilter());
    return engine;
  }

  private static FreeMarkerConfigurer freemarkerWithOwnWord() {
    FreeMarkerConfigurer configurer = new FreeMarkerConfigurer();
    configurer.setFreemarkerVariables(Map.of("autoversion", "own"));
    return configurer;
  }

  private static TemplateEngine thymeleafWithOwnWord() {
    TemplateEngine engine = new SpringTemplateEngine();
    engine.addDialect(new OwnDialect());
    return engine;
  }

  private static final class OwnFilter implements Filter {
    @Override
    public List<String> getArgumentNames() {
      return List.of();
    }

    @Override
    public Object apply(
        Object input,
        Map<String, Object> args,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      return "own";
    }
  }

  private static final class OwnJinjavaFilter implements com.hubspot.jinjava.lib.filter.Filter {
    @Override
    public String getName() {
      return "autoversion";
    }

    @Override
    public Object filter(Object value, JinjavaInterpreter interpreter, String... args) {
      return "own";
    }
  }

  private static final class OwnDialect implements IExpressionObjectDialect {
    @Override
    public String getName() {
      return "own";
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
      return new IExpressionObjectFactory() {
        @Override
        public Set<String> getAllExpressionObjectNames() {
          return Set.of("autoversion");
        }

        @Override
        public Object buildObject(IExpressionContext context, String name) {
          return "own";
        }

        @Override
        public boolean isCacheable(String name) {
          return true;
        }
      };
    }
  }

  @Test
  void engines_absent() {
    mvc.withClassLoader(
            new FilteredClassLoader(
                "org.thymeleaf",
                "freemarker",
                "io.pebbletemplates",
                "com.hubspot.jinjava",
                "io.micrometer",
                "org.springframework.boot.actuate"))
        .run(
            context -> {
              assertNull(context.getStartupFailure());
              assertEquals(APP, autoversion(context).url("/js/app.js"));
              assertFalse(context.containsBean("autoversionThymeleaf"));
              assertFalse(context.containsBean("autoversionEndpoint"));
            });
  }

  /** As beside Jersey: links into a mount were versioned, and nothing answered them. */
  @Test
  void servletsWithoutMvc_mountsAnswered() {
    mvc.withClassLoader(new FilteredClassLoader("org.springframework.web.servlet"))
        .withPropertyValues("autoversion.mounts[/more]=classpath:/static/")
        .run(
            context -> {
              context.getBean(MockServletContext.class).setContextPath("/shop");
              assertEquals(1, filters(context));
              assertEquals(
                  "/shop/more/js/app-750841c8e8e1.js",
                  autoversion(context).url("/shop/more/js/app.js"));
            });
  }

  @Test
  void noWebApplication_nothingServed() {
    new ApplicationContextRunner()
        .withConfiguration(Line.mvc())
        .run(
            context -> {
              assertNull(context.getStartupFailure());
              assertEquals("/js/app.js", autoversion(context).url("/js/app.js"));
            });
  }

  @Test
  void springsChain_namesLeftAlone() {
    mvc.withPropertyValues(
            "spring.web.resources.chain.strategy.content.enabled=true",
            "spring.web.resources.chain.strategy.fixed.enabled=true",
            "spring.web.resources.chain.strategy.fixed.version=v12",
            "spring.web.resources.chain.strategy.fixed.paths=/js/**",
            "autoversion.on-missing=fail")
        .run(
            context -> {
              String theirs = "/css/base-0123456789abcdef0123456789abcdef.css";
              assertEquals(theirs, autoversion(context).url(theirs));
              assertEquals("/v12/js/app.js", autoversion(context).url("/v12/js/app.js"));
              assertEquals(APP, autoversion(context).url("/js/app.js"));
            });
  }

  /** As a page that was made before Spring's chain was turned off still asks for it. */
  @ParameterizedTest
  @CsvSource({"32, 302, app.js", "12, 200,"})
  void springsChain_itsOldNamesAfterwards(int digits, int status, String location) {
    mvc.withPropertyValues("autoversion.hash-length=" + digits)
        .run(
            context -> {
              MockHttpServletResponse response = new MockHttpServletResponse();
              context
                  .getBean(FilterRegistrationBean.class)
                  .getFilter()
                  .doFilter(
                      new MockHttpServletRequest(
                          "GET", "/js/app-0123456789abcdef0123456789abcdef.js"),
                      response,
                      new MockFilterChain());
              assertEquals(status, response.getStatus());
              assertEquals(location, response.getHeader("Location"));
            });
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnChain implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
      registry
          .addResourceHandler("/res/**")
          .addResourceLocations("classpath:/static/")
          .resourceChain(true)
          .addResolver(new VersionResourceResolver().addFixedVersionStrategy("1.2.3", "/js/**"));
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnReactiveChain implements WebFluxConfigurer {
    @Override
    public void addResourceHandlers(
        org.springframework.web.reactive.config.ResourceHandlerRegistry registry) {
      registry
          .addResourceHandler("/res/**")
          .addResourceLocations("classpath:/static/")
          .resourceChain(true)
          .addResolver(
              new org.springframework.web.reactive.resource.VersionResourceResolver()
                  .addFixedVersionStrategy("1.2.3", "/js/**"));
    }
  }

  @Test
  void springsChain_inJava_namesLeftAlone() {
    String missing = "autoversion.on-missing=fail";
    String theirs = "/res/1.2.3/js/app.js";
    mvc.withUserConfiguration(OwnChain.class)
        .withPropertyValues(missing)
        .run(context -> assertEquals(theirs, autoversion(context).url(theirs)));
    webFlux
        .withUserConfiguration(OwnReactiveChain.class)
        .withPropertyValues(missing)
        .run(context -> assertEquals(theirs, autoversion(context).url(theirs)));
  }
}
