package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.BiConsumer;

/** Stylesheets by chance; {@code -Dautoversion.seed=N} gives those of an earlier run again. */
final class RandomCss {
  private static final String[] PIECES = {
    "url(",
    "URL(",
    "\\75rl(",
    "src(",
    "image-set(",
    "-webkit-image-set(",
    "@import ",
    "@media ",
    "@namespace ",
    "@charset \"latin1\";",
    "type(",
    "x.png",
    "é",
    "\uD83D\uDE00",
    "\"",
    "'",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ";",
    ":",
    ",",
    " ",
    "\n",
    "\r\n",
    "\f",
    "\\",
    "\\\n",
    "\\26",
    "\\e9 ",
    "\\110000",
    "\0",
    "\u007f",
    "/*",
    "*/",
    "/*# sourceMappingURL=",
    "<!--",
    "-->",
    "-",
    "1",
    ".5",
    "#",
    "%",
    "@",
    "<",
    "/",
    "*",
    "a",
    "?#"
  };
  private static final int RUNS = 20_000;

  private final Random random;

  private RandomCss(Random random) {
    this.random = random;
  }

  /** Checks a law on many stylesheets; what fails is told with its seed. */
  static void check(byte[] model, BiConsumer<byte[], Random> law) {
    long first = System.nanoTime();
    Long given = Long.getLong("autoversion.seed");
    for (int run = 0; run < (given == null ? RUNS : 1); run++) {
      long seed = given == null ? first + run : given;
      Random random = new Random(seed);
      byte[] css = new RandomCss(random).next(model);
      assertDoesNotThrow(
          () -> law.accept(css, random),
          () -> "-Dautoversion.seed=" + seed + ", bytes " + HexFormat.of().formatHex(css));
    }
  }

  private byte[] next(byte[] model) {
    return switch (random.nextInt(4)) {
      case 0 -> bytes();
      case 1 -> mutated(model);
      default -> pieces();
    };
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] pieces() {
    StringBuilder css = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      css.append(piece());
    }
    return css.toString().getBytes(UTF_8);
  }

  private byte[] mutated(byte[] model) {
    byte[] css = model;
    for (int i = random.nextInt(6); i > 0; i--) {
      int from = random.nextInt(css.length + 1);
      int to = random.nextInt(4) > 0 ? from : Math.min(css.length, from + random.nextInt(30));
      ByteArrayOutputStream mutated = new ByteArrayOutputStream();
      mutated.write(css, 0, from);
      mutated.writeBytes(random.nextInt(8) > 0 ? piece().getBytes(UTF_8) : bytes());
      mutated.write(css, to, css.length - to);
      css = mutated.toByteArray();
    }
    return random.nextInt(4) > 0 ? css : Arrays.copyOf(css, random.nextInt(css.length + 1));
  }

  private String piece() {
    return PIECES[random.nextInt(PIECES.length)];
  }
}
