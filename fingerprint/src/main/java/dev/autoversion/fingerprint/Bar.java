package dev.autoversion.fingerprint;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/** Shows how far a run is: a bar on a terminal, a line for each stage elsewhere. */
final class Bar implements Progress {
  private static final int WIDTH = 30;
  private static final Path ERR = Path.of("/dev/fd/2");
  // Of a file's mode: its type, and that of a device such as a terminal (POSIX, sys/stat.h).
  private static final int TYPE = 0170000;
  private static final int CHARACTERS = 0020000;

  private final PrintWriter out;
  private final boolean terminal;
  private Stage at = Stage.COPYING;
  private int percent = -1;
  private String shown = "";

  Bar(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** For the standard error, where the command line reports. */
  static Bar on(PrintWriter err) {
    return new Bar(err, isTerminal());
  }

  /** Java itself knows only whether the standard output is one, and that not in a pipeline. */
  private static boolean isTerminal() {
    try {
      int mode = (int) Files.getAttribute(ERR, "unix:mode");
      return (mode & TYPE) == CHARACTERS && !Files.isSameFile(ERR, Path.of("/dev/null"));
    } catch (IOException | UnsupportedOperationException e) { // As on Windows.
      return Ansi.AUTO.enabled();
    }
  }

  @Override
  public synchronized void made(Stage stage, long done, long total) {
    int now = terminal ? (int) (100 * done / total) : 0; // The line for a stage stays the same.
    if (stage != at || now != percent) {
      at = stage;
      percent = now;
      shown = terminal ? bar(stage, now) : line(stage, total);
      out.print(terminal ? "\r" + shown : shown + System.lineSeparator());
      out.flush();
    }
  }

  /** Removes the bar. */
  synchronized void end() {
    if (terminal && !shown.isEmpty()) {
      out.print("\r" + " ".repeat(shown.length()) + "\r");
      out.flush();
      shown = "";
    }
  }

  private static String bar(Stage stage, int percent) {
    int full = WIDTH * percent / 100;
    String word = stage == Stage.COPYING ? "copying     " : "compressing ";
    return word + "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + percent + "%";
  }

  private static String line(Stage stage, long total) {
    return stage == Stage.COPYING
        ? "copying " + Summary.count((int) total, "asset")
        : "compressing " + Summary.bytes(total);
  }
}
