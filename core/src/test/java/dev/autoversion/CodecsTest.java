package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
