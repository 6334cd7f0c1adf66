package dev.autoversion.examples;

import dev.autoversion.Autoversion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The two files of the shop that a visitor may change: a stylesheet with one of a few colours, and
 * a module with a text. Nothing else is ever written.
 */
final class Shop {
  /** What there is to choose from; white text can be read on each. */
  public enum Colour {
    /** As it is checked in. */
    MOSS("Moss", "#2f6f64"),
    /** Red. */
    BRICK("Brick", "#a8442a"),
    /** Violet. */
    PLUM("Plum", "#6b3f77"),
    /** Blue. */
    SEA("Sea", "#1f5f8b");

    private final String label;
    private final String hex;

    Colour(String label, String hex) {
      this.label = label;
      this.hex = hex;
    }

    /**
     * Its name for people.
     *
     * @return {@code Moss}
     */
    public String label() {
      return label;
    }

    /**
     * Its name in a stylesheet.
     *
     * @return {@code #2f6f64}
     */
    public String hex() {
      return hex;
    }
  }

  /** The longest text, in characters. */
  static final int LONGEST_SIGN = 30;

  private static final String SIGN = "Kale is in";

  private final Path files;
  private final Autoversion autoversion;

  Shop(Path files, Autoversion autoversion) {
    this.files = files;
    this.autoversion = autoversion;
  }

  /** Writes another colour into {@code css/colour.css}. */
  void paint(Colour colour) throws IOException {
    write("css/colour.css", ":root { --shop: " + colour.hex() + "; }\n");
  }

  /** Writes another text into {@code js/sign.js}, whatever it is. */
  void say(String text) throws IOException {
    write("js/sign.js", "export const sign = \"" + escaped(text) + "\";\n");
  }

  /** Writes both as they are checked in. */
  void restore() throws IOException {
    paint(Colour.MOSS);
    say(SIGN);
  }

  /** The text for a string in a script: all but letters, digits and spaces is escaped. */
  private static String escaped(String text) {
    StringBuilder script = new StringBuilder();
    for (char each : text.toCharArray()) {
      boolean plain = Character.isLetterOrDigit(each) || each == ' ';
      script.append(plain ? String.valueOf(each) : String.format("\\u%04x", (int) each));
    }
    return script.toString();
  }

  // Whole or not at all, so that nobody is sent half a file.
  private synchronized void write(String name, String text) throws IOException {
    Path written = Files.createTempFile(files, ".edit", "");
    try {
      Files.writeString(written, text);
      Files.move(written, files.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(written);
    }
    autoversion.invalidate(); // Or the page would have to wait a second for its new URL.
  }
}
