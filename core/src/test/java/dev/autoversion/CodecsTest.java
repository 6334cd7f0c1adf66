package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can't be made is told with the artifact that makes it. */
final class CodecsTest {
  private static final String BROTLI = "no br, as com.aayushatharva.brotli4j:brotli4j is absent";
  private static final String ZSTD = "no zstd, as com.github.luben:zstd-jni is absent";

  @TempDir Path site;

  @Test
  void toString_artifactsAbsent() throws Exception {
    assertEquals("; " + BROTLI, lacking("com.aayushatharva."));
    assertEquals("; " + ZSTD, lacking("com.github.luben."));
    assertEquals("; " + BROTLI + "; " + ZSTD, lacking("com.aayushatharva.", "com.github.luben."));
  }

  @Test
  void toString_allThere() throws Exception {
    assertEquals("", lacking());
  }

  /** JDK 24 and later can forbid it, and a later one will do so unless told otherwise. */
  @Test
  @Tag("fork")
  void respond_nativesForbidden_gzip() throws Exception {
    assumeTrue(Runtime.version().feature() >= 24);
    Files.writeString(site.resolve("a.js"), "console.log('one');".repeat(100));
    assertEquals(
        List.of(
            "gzip",
            "Autoversion[/s/ directory "
                + site
                + "; no br, as com.aayushatharva.brotli4j:brotli4j does not work here"
                + "; no zstd, as com.github.luben:zstd-jni does not work here]"),
        Fork.of(Program.class).denyingNatives().argument(site).lines(site));
  }

  /** Asks for a script in the coding that browsers like most. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      Autoversion autoversion =
          Autoversion.builder().directory("/s", Path.of(arguments[0])).build();
      Asked asked = Asked.get(autoversion.url("/s/a.js")).accepting("gzip, br, zstd");
      AssetResponse response = autoversion.respond(asked).orElseThrow();
      System.out.println(response.headers().get("Content-Encoding"));
      System.out.println(autoversion);
    }
  }

  /** By reflection, since its classes are others than the test's. */
  private String lacking(String... hidden) throws Exception {
    Class<?> autoversion = new Without(hidden).loadClass("dev.autoversion.Autoversion");
    Object builder = autoversion.getMethod("builder").invoke(null);
    Class<?> type = builder.getClass();
    type.getMethod("directory", String.class, Path.class).invoke(builder, "/s", site);
    String told = type.getMethod("build").invoke(builder).toString();
    String mounted = "Autoversion[/s/ directory " + site;
    assertTrue(told.startsWith(mounted), told);
    return told.substring(mounted.length(), told.length() - 1);
  }
}
