package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.AssetSource;
import dev.autoversion.LogicalPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPatternTest {
  @ParameterizedTest
  @CsvSource({
    "/**,            /,        **",
    "/webjars/**,    /webjars/, **",
    "**,             /,        **",
    "/docs/*.pdf,    /docs/,   *.pdf",
    "/a/{dir}/*.js,  /a/,      {dir}/*.js",
    "/a/b?/**,       /a/,      b?/**"
  })
  void of_cutBeforeTheFirstWildcard(String pattern, String prefix, String rest) {
    assertEquals(Optional.of(new UrlPattern(prefix, rest)), UrlPattern.of(pattern));
  }

  @Test
  void of_noWildcard() {
    assertEquals(Optional.empty(), UrlPattern.of("/favicon.ico"));
  }

  /** As Spring's matcher of old reads it: any number of folders. */
  @ParameterizedTest
  @ValueSource(strings = {"/**/*.txt", "/**/x*.txt", "/a/**/x*.txt", "/a*/**/x.txt"})
  void sift_starsInTheMiddle(String pattern, @TempDir Path folder) throws IOException {
    UrlPattern read = UrlPattern.of(pattern).orElseThrow();
    AssetSource sifted = read.sift(AssetSource.directory(folder));
    for (String path : List.of("ab/x.txt", "ab/c/x.txt", "ab/c/d/x.txt", "ab/c/x.js")) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
      assertEquals(
          path.endsWith(".txt"), sifted.find(LogicalPath.of(path).orElseThrow()).isPresent(), path);
    }
  }

  /** Springdoc's handlers begin with a wildcard, so they are asked about every name there is. */
  @Test
  void whyAbsent_onlyOfWhatIsThere(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("index.html"), "x");
    UrlPattern read = UrlPattern.of("/swagger-ui*/**").orElseThrow();
    AssetSource sifted = read.sift(AssetSource.directory(folder));
    assertEquals(
        Optional.of("the handler's pattern /swagger-ui*/** leaves it out"),
        sifted.whyAbsent(LogicalPath.of("index.html").orElseThrow()));
    assertEquals(Optional.empty(), sifted.whyAbsent(LogicalPath.of("img/b.png").orElseThrow()));
  }
}
