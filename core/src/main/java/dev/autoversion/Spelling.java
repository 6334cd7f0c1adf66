package dev.autoversion;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;

/**
 * Whether a disk holds a name as it is written, or only in other case or another Unicode form. A
 * disk that takes both for one file would hide a mistake that shows on the next machine.
 */
final class Spelling {
  private Spelling() {}

  static boolean isExact(Path base, LogicalPath path) throws IOException {
    Path parent = base;
    for (String segment : path.value().split("/")) {
      if (hasOtherSpelling(parent, segment) && !lists(parent, segment)) {
        return false;
      }
      parent = parent.resolve(segment);
    }
    return true;
  }

  /**
   * Listing a directory is dear, so it is only done where the disk answers to a variant as well.
   */
  private static boolean hasOtherSpelling(Path parent, String segment) {
    return answersTo(parent, segment, swapCase(segment))
        || answersTo(parent, segment, Normalizer.normalize(segment, Normalizer.Form.NFC))
        || answersTo(parent, segment, Normalizer.normalize(segment, Normalizer.Form.NFD));
  }

  private static boolean answersTo(Path parent, String segment, String variant) {
    return !variant.equals(segment)
        && Files.exists(parent.resolve(variant), LinkOption.NOFOLLOW_LINKS);
  }

  private static String swapCase(String text) {
    StringBuilder swapped = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .forEach(swapped::appendCodePoint);
    return swapped.toString();
  }

  private static boolean lists(Path parent, String segment) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
      for (Path entry : entries) {
        if (Optional.ofNullable(entry.getFileName())
            .map(Path::toString)
            .equals(Optional.of(segment))) {
          return true;
        }
      }
      return false;
    }
  }
}
