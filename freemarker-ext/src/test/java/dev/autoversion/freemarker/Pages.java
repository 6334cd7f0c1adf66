package dev.autoversion.freemarker;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.autoversion.Autoversion;
import dev.autoversion.OnMissing;
import freemarker.cache.StringTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Renders pages of a small site that has {@code /s/a.css} and {@code /s/b.js}. */
abstract class Pages {
  /** What an application writes that always wants the newest behaviour. */
  static final Version NEWEST = Configuration.getVersion();

  @TempDir Path site;

  /** The behaviours that applications ask for: the default of old, one between, the newest. */
  static Stream<Version> improvements() {
    return Stream.of(Configuration.VERSION_2_3_0, Configuration.VERSION_2_3_28, NEWEST);
  }

  @BeforeEach
  void writeSite() throws IOException {
    Files.writeString(site.resolve("a.css"), "two");
    Files.writeString(site.resolve("b.js"), "three");
  }

  final Autoversion.Builder autoversion() {
    return Autoversion.builder().directory("/s", site);
  }

  /** A configuration with HTML escaping and our method. */
  final Configuration html(Version incompatibleImprovements) {
    Configuration configuration = configuration(incompatibleImprovements);
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    AutoversionFreemarker.install(configuration, autoversion().build());
    return configuration;
  }

  static Configuration configuration(Version incompatibleImprovements) {
    Configuration configuration = new Configuration(incompatibleImprovements);
    configuration.setTemplateLoader(new StringTemplateLoader());
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLocale(Locale.US);
    return configuration;
  }

  final String render(String template, Map<String, ?> model) throws Exception {
    return render(html(NEWEST), Map.of("page", template), model);
  }

  static String render(Configuration configuration, String template, Map<String, ?> model)
      throws Exception {
    return render(configuration, Map.of("page", template), model);
  }

  /** Renders the template named "page"; the others are there to be included. */
  static String render(
      Configuration configuration, Map<String, String> templates, Map<String, ?> model)
      throws Exception {
    StringTemplateLoader loader = (StringTemplateLoader) configuration.getTemplateLoader();
    templates.forEach(loader::putTemplate);
    configuration.clearTemplateCache();
    StringWriter page = new StringWriter();
    configuration.getTemplate("page").process(model, page);
    return page.toString();
  }

  /** How a page fails where a missing asset is an error. */
  final TemplateException failure(Map<String, String> templates, Map<String, ?> model) {
    Configuration configuration = configuration(NEWEST);
    AutoversionFreemarker.install(configuration, autoversion().onMissing(OnMissing.FAIL).build());
    return assertThrows(TemplateException.class, () -> render(configuration, templates, model));
  }
}
