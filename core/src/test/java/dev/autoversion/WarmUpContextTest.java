package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A warm-up does not know the context path that requests have. */
final class WarmUpContextTest {
  @TempDir Path site;
  private final ManualTime time = ManualTime.later();

  private static String rules(String reference) {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder("a { background: url(" + reference + ") }\n");
    for (int i = 0; i < 9_000; i++) {
      text.append(
          List.of("b ", "i ", "{ ", "color:", "red", "#123", "}\n", ", ").get(random.nextInt(8)));
    }
    return text.toString();
  }

  private Autoversion autoversion() {
    return time.builder().directory("/s", site).build();
  }

  private static Sent inShop(Autoversion autoversion, String name) throws IOException {
    String url = "/shop" + autoversion.url("/s/" + name);
    return Sent.of(autoversion, Asked.get(url).in("/shop").accepting("br"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.css", "rewritten.css"})
  void warmUp_bestCodingUnderAContextPath(String name) throws IOException {
    Files.writeString(site.resolve("a.png"), "two");
    Files.writeString(site.resolve("plain.css"), rules("data:,"));
    Files.writeString(site.resolve("rewritten.css"), rules("a.png"));
    Autoversion warm = autoversion();
    warm.warmUp();
    Sent inShop = inShop(warm, name);
    Sent atRoot = Sent.of(warm, Asked.get(warm.url("/s/" + name)).accepting("br"));
    int fast = inShop(autoversion(), name).bytes().length;
    assertEquals(atRoot.bytes().length, inShop.bytes().length);
    assertTrue(inShop.bytes().length < fast, () -> inShop.bytes().length + " < " + fast);
    assertEquals(name.startsWith("re"), inShop.text().contains("a.png?v=3fc4ccfe7458"));
  }
}
