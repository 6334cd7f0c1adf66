package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceFormatTest {
  @ParameterizedTest
  @CsvSource({
    "css/app.css,      STYLESHEET",
    "css/APP.min.CSS,  STYLESHEET",
    "img/logo.svg,     SVG",
    "site.webmanifest, WEB_MANIFEST",
  })
  void of(String path, ReferenceFormat format) {
    assertEquals(Optional.of(format), ReferenceFormat.of(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.css.map", "a.csss", "cs", "manifest.json", "a.svgz", "css", "svg", "a.", ""})
  void of_another(String path) {
    assertEquals(Optional.empty(), ReferenceFormat.of(path));
  }

  @Test
  void read() {
    byte[] css = "i{b:url(a.png)}".getBytes(UTF_8);
    assertEquals(
        List.of(new Reference(8, 13, 1, "a.png")),
        ReferenceFormat.STYLESHEET.read(css).references());
  }
}
