package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.jayway.jsonpath.JsonPath;
import dev.autoversion.DocPage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.io.ByteArrayResource;

/** docs/spring-boot.md is true: its table has each property, its blocks run. */
class DocsTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `(autoversion\\.[a-z.-]+)` \\|(.*)\\|(.*)\\|$", Pattern.MULTILINE);

  @TempDir Path folder;

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "spring-boot.md")).replace("\r\n", "\n");
  }

  /** Ours, not that of another archive. */
  private static List<Map<String, Object>> metadata() throws IOException {
    URL own =
        URI.create(
                AutoversionProperties.class.getProtectionDomain().getCodeSource().getLocation()
                    + "/")
            .toURL();
    String name = "META-INF/spring-configuration-metadata.json";
    try (URLClassLoader loader = new URLClassLoader(new URL[] {own}, null)) {
      URL found = loader.getResource(name);
      URL archive =
          found == null
              ? URI.create("jar:" + own.toString().replaceAll("/$", "") + "!/" + name).toURL()
              : found;
      try (InputStream in = archive.openStream()) {
        String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        // What Spring Boot adds for the endpoint is not ours to tell.
        return JsonPath.read(json, "$.properties[?(@.name =~ /autoversion.*/)]");
      }
    }
  }

  @Test
  void table_hasEachProperty() throws Exception {
    Map<String, String> told = new TreeMap<>();
    Matcher row = ROW.matcher(page());
    while (row.find()) {
      told.put(row.group(1), row.group(2).strip());
    }
    TreeSet<String> known = new TreeSet<>();
    for (Map<String, Object> property : metadata()) {
      String name = (String) property.get("name");
      known.add(name);
      assertFalse(String.valueOf(property.get("description")).isBlank(), name);
      assertTrue(String.valueOf(property.get("description")).endsWith("."), name);
      assertFalse(String.valueOf(property.get("description")).contains("= "), name);
      Object value = property.get("defaultValue");
      if (value instanceof List<?> list) {
        assertEquals(
            String.join(", ", list.stream().map(item -> "`" + item + "`").toList()),
            told.get(name),
            name);
      } else if (value != null) {
        assertEquals("`" + value + "`", told.get(name), name);
      }
    }
    assertEquals(known, told.keySet());
  }

  /** The customizer of the page does what the page says. */
  @Test
  void customizer_compiledAndRun() throws Exception {
    DocPage.compile(folder, "AssetUrls", "import dev.autoversion.*;\n" + block("java"));
    try (URLClassLoader loader = DocPage.loader(folder)) {
      new WebApplicationContextRunner()
          .withConfiguration(Line.mvc())
          .withClassLoader(loader)
          .withUserConfiguration(loader.loadClass("AssetUrls"))
          .run(
              context ->
                  assertEquals(
                      "/js/app.js?rev=750841c8e8e1",
                      context.getBean(dev.autoversion.Autoversion.class).url("/js/app.js")));
    }
  }

  @Test
  void yaml_isUnderstood() throws Exception {
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ByteArrayResource(block("yaml").getBytes(StandardCharsets.UTF_8)));
    String[] pairs =
        yaml.getObject().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new);
    new WebApplicationContextRunner()
        .withConfiguration(Line.mvc())
        .withPropertyValues(pairs)
        .run(
            context -> {
              var autoversion = context.getBean(dev.autoversion.Autoversion.class);
              assertEquals("directory /srv/docs", autoversion.mounts().get("/docs/"));
              assertEquals("[sw.js, private/**, **/*.html]", autoversion.settings().get("exclude"));
            });
  }

  private static String block(String language) throws IOException {
    return DocPage.of("spring-boot.md").code(language).get(0);
  }
}
