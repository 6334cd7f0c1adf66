package dev.autoversion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of text, and the folders above it.
 *
 * <p>Public for the tests of other modules.
 */
public final class TextFile {
  private TextFile() {}

  public static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
