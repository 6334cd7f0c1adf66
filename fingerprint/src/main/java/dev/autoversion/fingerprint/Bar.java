package dev.autoversion.fingerprint;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** Shows how far a run is: a bar on a terminal, a line for each stage elsewhere. */
final class Bar implements Progress {
  private static final int WIDTH = 30;

  private final PrintWriter out;
  private final boolean terminal;
  private String shown = "";

  Bar(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  static Bar on(PrintWriter out) {
    return new Bar(out, Ansi.AUTO.enabled());
  }

  @Override
  public synchronized void made(Stage stage, long done, long total) {
    String now = terminal ? bar(stage, done, total) : line(stage, total);
    if (!now.equals(shown)) {
      shown = now;
      out.print(terminal ? "\r" + now : now + System.lineSeparator());
      out.flush();
    }
  }

  /** Takes the bar away. */
  synchronized void end() {
    if (terminal && !shown.isEmpty()) {
      out.print("\r" + " ".repeat(shown.length()) + "\r");
      out.flush();
      shown = "";
    }
  }

  private static String bar(Stage stage, long done, long total) {
    int full = (int) (WIDTH * done / Math.max(1, total));
    String word = stage == Stage.COPYING ? "copying " : "coding  ";
    return word
        + "["
        + "#".repeat(full)
        + " ".repeat(WIDTH - full)
        + "] "
        + 100 * done / total
        + "%";
  }

  private static String line(Stage stage, long total) {
    return stage == Stage.COPYING
        ? "copying " + Summary.count((int) total, "asset")
        : "coding " + Summary.bytes(total);
  }
}
