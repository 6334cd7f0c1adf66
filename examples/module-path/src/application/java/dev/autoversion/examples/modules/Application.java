package dev.autoversion.examples.modules;

import dev.autoversion.AssetRequest;
import dev.autoversion.AssetSource;
import dev.autoversion.Autoversion;
import dev.autoversion.check.TemplateCheck;
import dev.autoversion.freemarker.AutoversionFreemarker;
import dev.autoversion.manifest.Manifests;
import dev.autoversion.page.Page;
import dev.autoversion.pebble.AutoversionExtension;
import dev.autoversion.servlet.AutoversionFilter;
import dev.autoversion.thymeleaf.AutoversionDialect;
import freemarker.template.Configuration;
import freemarker.template.Template;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.StringLoader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Asks each module once, and prints what it gives. */
public final class Application {
  private final Autoversion autoversion;

  private Application(Path site) {
    Path build = site.resolve("build");
    autoversion =
        Autoversion.builder()
            .directory("/static", site.resolve("static"))
            .classpath("/own", "META-INF/assets", Application.class.getClassLoader())
            .manifest("/build", Manifests.read(build), AssetSource.directory(build))
            .build();
  }

  /**
   * Runs it.
   *
   * @param args the folder of the site
   * @throws Exception where a module fails
   */
  public static void main(String[] args) throws Exception {
    System.out.println(Application.class.getModule());
    Application application = new Application(Path.of(args[0]));
    application.engines();
    application.others();
  }

  private void engines() throws Exception {
    StringWriter pebble = new StringWriter();
    new PebbleEngine.Builder()
        .loader(new StringLoader())
        .extension(new AutoversionExtension(autoversion))
        .build()
        .getTemplate("{{ '/static/a.js' | autoversion }}")
        .evaluate(pebble);
    System.out.println("pebble " + pebble);

    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    AutoversionFreemarker.install(configuration, autoversion);
    Writer freemarker = new StringWriter();
    new Template("page", "${autoversion('/static/a.js')}", configuration)
        .process(Map.of(), freemarker);
    System.out.println("freemarker " + freemarker);

    TemplateEngine thymeleaf = new TemplateEngine();
    thymeleaf.setTemplateResolver(new StringTemplateResolver());
    AutoversionDialect.install(thymeleaf, autoversion);
    System.out.println(
        "thymeleaf " + thymeleaf.process("<script av:src='/static/a.js'></script>", new Context()));
  }

  private void others() {
    System.out.println("class path " + autoversion.url("/own/b.txt"));
    System.out.print(
        "manifest " + new Page(autoversion).entrypoint(List.of("/build/main.js"), Map.of()));
    System.out.println("\ncodings " + coding("br") + " " + coding("zstd") + " " + coding("gzip"));
    System.out.println("filter " + new AutoversionFilter(autoversion).getClass().getModule());
    System.out.println(
        "check "
            + new TemplateCheck(autoversion).missing(List.of("/static/a.js", "/static/c.js")).size()
            + " missing");
  }

  private Optional<String> coding(String accepted) {
    AssetRequest request = new Request(autoversion.url("/static/a.js"), accepted);
    return autoversion
        .respond(request)
        .map(response -> response.headers().getOrDefault("Content-Encoding", "none"));
  }

  private record Request(String url, String accepted) implements AssetRequest {
    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String path() {
      return url.substring(0, url.indexOf('?'));
    }

    @Override
    public Optional<String> query() {
      return Optional.of(url.substring(url.indexOf('?') + 1));
    }

    @Override
    public String contextPath() {
      return "";
    }

    @Override
    public List<String> headers(String name) {
      return name.equalsIgnoreCase("Accept-Encoding") ? List.of(accepted) : List.of();
    }
  }
}
