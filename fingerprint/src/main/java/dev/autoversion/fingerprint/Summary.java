package dev.autoversion.fingerprint;

import java.io.PrintWriter;
import java.util.Locale;

/** What a run did, in a few lines. */
record Summary(PrintWriter out) {
  void print(FingerprintReport report) {
    if (report.dryRun()) {
      report.written().forEach(file -> out.println("would write " + file));
      if (report.toCode() > 0) {
        out.println("would try " + count(report.toCode(), "content coding"));
      }
    }
    out.println(
        count(report.assets().size(), "asset")
            + ", "
            + bytes(report.bytes())
            + "; "
            + count(report.written().size(), "file")
            + (report.dryRun() ? " would be written" : " written")
            + (report.saved() == 0 ? "" : "; codings save " + bytes(report.saved()))
            + "; manifest "
            + report.manifest()
            + (report.manifestChanged() ? (report.dryRun() ? " would change" : "") : " unchanged"));
    out.flush();
  }

  static String count(int number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }

  static String bytes(long bytes) {
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
