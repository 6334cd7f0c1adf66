package dev.autoversion.fingerprint;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** Shows how far a run is: a bar on a terminal, a line for each stage elsewhere. */
final class Bar implements Progress {
  private static final int WIDTH = 30;

  private final PrintWriter out;
  private final boolean terminal;
  private Stage at = Stage.COPYING;
  private int percent = -1;
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
    String word = stage == Stage.COPYING ? "copying " : "coding  ";
    return word + "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + percent + "%";
  }

  private static String line(Stage stage, long total) {
    return stage == Stage.COPYING
        ? "copying " + Summary.count((int) total, "asset")
        : "coding " + Summary.bytes(total);
  }
}
