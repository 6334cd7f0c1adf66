package dev.autoversion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The site whose pages the contract renders. */
public abstract class EngineSite extends EngineTemplates {
  @TempDir Path site;

  @BeforeEach
  void writeSite() throws IOException {
    write("a.css", "two");
    write("it's & more.css", "two");
    write("b.js", "three");
  }

  /** A builder with the test's site under {@code /s}: {@code a.css} and {@code b.js}. */
  protected final Autoversion.Builder autoversion() {
    return Autoversion.builder().directory("/s", site);
  }

  /** The same with what a build left behind under {@code /b}: {@link LiteralManifest#SHOP}. */
  protected final Autoversion.Builder withBuild() {
    return autoversion().manifest("/b", LiteralManifest.SHOP);
  }

  /** Renders one template with the usual engine. */
  protected final String render(String template, Map<String, Object> model) throws Exception {
    return engine(autoversion().build()).render(Map.of(PAGE, template), model);
  }

  /** All messages of an exception and its causes. */
  protected static String messages(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      text.append(at).append('\n');
    }
    return text.toString();
  }

  /** Writes a file of the test's site. */
  protected final void write(String name, String content) throws IOException {
    Files.writeString(site.resolve(name), content);
  }
}
