package dev.autoversion;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Names that Windows takes for something else or does not allow: devices (opening {@code NUL} hangs
 * or reads the console), streams of another file, wildcards, and names whose trailing dots and
 * spaces it drops.
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
    int dot = segment.indexOf('.');
    String stem = (dot < 0 ? segment : segment.substring(0, dot)).strip().toUpperCase(Locale.ROOT);
    return DEVICES.contains(stem) || isPort(stem) || segment.indexOf('~') >= 0 && isShort(segment);
  }

  /** {@code COM0} to {@code LPT9}, superscript digits included. */
  private static boolean isPort(String stem) {
    return stem.length() == 4
        && (stem.startsWith("COM") || stem.startsWith("LPT"))
        && "0123456789¹²³".indexOf(stem.charAt(3)) >= 0;
  }

  /** {@code PROGRA~1}: at most eight characters that end with a tilde and digits. */
  private static boolean isShort(String segment) {
    int dot = segment.indexOf('.');
    String stem = dot < 0 ? segment : segment.substring(0, dot);
    int tilde = stem.lastIndexOf('~');
    return stem.length() <= 8
        && tilde > 0
        && tilde < stem.length() - 1
        && stem.substring(tilde + 1).chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
