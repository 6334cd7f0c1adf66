package dev.autoversion.fingerprint;

import java.io.PrintWriter;

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
    StringBuilder text = new StringBuilder().append(number);
    for (int end = text.length() - 3; end > 0; end -= 3) {
      text.insert(end, ',');
    }
    return text.append(' ').append(what).append(number == 1 ? "" : "s").toString();
  }

  static String bytes(long bytes) {
    return bytes < 1_000_000 ? tenths(bytes, 100) + " kB" : tenths(bytes, 100_000) + " MB";
  }

  /** {@code (1250, 100)} gives {@code 1.3}. */
  private static String tenths(long bytes, long tenth) {
    long tenths = (bytes + tenth / 2) / tenth;
    return tenths / 10 + "." + tenths % 10;
  }
}
