package dev.autoversion;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a disk has a name exactly as written, or only in other case or another Unicode form. A
 * disk that treats both as one file would hide a mistake that shows on the next machine.
 */
final class Spelling {
  private Spelling() {}

  static boolean isExact(Path base, LogicalPath path) throws IOException {
    Path parent = base;
    for (String segment : path.value().split("/")) {
      boolean doubtful = mayBeSecondName(segment) || hasOtherSpelling(parent, segment);
      if (doubtful && !lists(parent, segment)) {
        return false;
      }
      parent = parent.resolve(segment);
    }
    return true;
  }

  /**
   * Whether a part of a name could be the second one of a file on a disk from Windows, which finds
   * it in any case and lists only the first: {@code GIT~1}, {@code a.jsp:}, {@code a.jsp.}.
   */
  static boolean mayBeSecondName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean last = i == name.length() - 1 || name.charAt(i + 1) == '/';
      if (c == ':' || last && (c == '.' || c == ' ') || c == '~' && isNumbered(name, i)) {
        return true;
      }
    }
    return false;
  }

  /** As short names end, {@code DB~1.PRO}, and those of bundlers do not: {@code a~main.js}. */
  private static boolean isNumbered(String name, int tilde) {
    int end = tilde + 1;
    while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
      end++;
    }
    boolean ends = end == name.length() || name.charAt(end) == '.' || name.charAt(end) == '/';
    return ends && end > tilde + 1;
  }

  /** Whether no part of a name has another spelling, although the last one could have. */
  static boolean hasOneSpelling(Path base, LogicalPath path) {
    Path parent = base;
    String last = "";
    for (String segment : path.value().split("/")) {
      if (hasOtherSpelling(parent, segment)) {
        return false;
      }
      parent = parent.resolve(segment);
      last = segment;
    }
    return !swapCase(last).equals(last);
  }

  /** Listing a directory is expensive, so it is only done if the disk also finds a variant. */
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
    return anyName(parent, segment::equals).isPresent();
  }

  /**
   * The path as the disk spells it, as far as it exists, if that differs only in letter case or
   * Unicode form.
   */
  static Optional<String> ofTheDisk(Path base, LogicalPath path) throws IOException {
    List<String> spelled = new ArrayList<>();
    Path parent = base;
    for (String segment : path.value().split("/")) {
      Optional<String> name = inFolder(parent, segment);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      spelled.add(name.get());
      parent = parent.resolve(name.get());
    }
    String whole = String.join("/", spelled);
    return whole.equals(path.value()) ? Optional.empty() : Optional.of(whole);
  }

  private static Optional<String> inFolder(Path parent, String segment) throws IOException {
    if (!Files.isDirectory(parent)) {
      return Optional.empty();
    }
    String plain = withoutForm(segment);
    return lists(parent, segment)
        ? Optional.of(segment)
        : anyName(parent, name -> withoutForm(name).equals(plain));
  }

  /** Equal for names that differ only in letter case and Unicode form. */
  private static String withoutForm(String name) {
    String folded = name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  private static Optional<String> anyName(Path parent, Predicate<String> wanted)
      throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
      for (Path entry : entries) {
        Optional<String> name =
            Optional.ofNullable(entry.getFileName()).map(Path::toString).filter(wanted);
        if (name.isPresent()) {
          return name;
        }
      }
      return Optional.empty();
    }
  }
}
