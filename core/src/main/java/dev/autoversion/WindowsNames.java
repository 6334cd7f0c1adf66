package dev.autoversion;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Names that mean something else on Windows, or are not allowed there: devices (opening {@code NUL}
 * hangs or reads the console), streams of another file, wildcards, and names whose trailing dots
 * and spaces it drops.
 */
final class WindowsNames {
  private static final String RESERVED = "<>:\"|?*";
  private static final Set<String> DEVICES =
      Set.of("CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$");

  private WindowsNames() {}

  static boolean forbid(Path base, LogicalPath path) {
    if (!base.getFileSystem().getSeparator().equals("\\")) {
      return false;
    }
    for (String segment : path.value().split("/")) {
      if (isSpecial(segment)) {
        return true;
      }
    }
    return false;
  }

  static boolean isSpecial(String segment) {
    boolean reserved = segment.chars().anyMatch(c -> RESERVED.indexOf(c) >= 0);
    if (reserved || segment.endsWith(".") || segment.endsWith(" ")) {
      return true;
    }
    String stem = stem(segment);
    String device = stem.strip().toUpperCase(Locale.ROOT);
    return DEVICES.contains(device) || isPort(device) || isShort(stem);
  }

  /** The part before the first dot. */
  private static String stem(String segment) {
    return segment.split("\\.", 2)[0];
  }

  /** {@code COM0} to {@code LPT9}, superscript digits included. */
  private static boolean isPort(String device) {
    return device.length() == 4
        && (device.startsWith("COM") || device.startsWith("LPT"))
        && "0123456789¹²³".indexOf(device.charAt(3)) >= 0;
  }

  /** {@code PROGRA~1}: at most eight characters that end with a tilde and digits. */
  private static boolean isShort(String stem) {
    int tilde = stem.lastIndexOf('~');
    return stem.length() <= 8
        && tilde > 0
        && tilde < stem.length() - 1
        && stem.substring(tilde + 1).chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
