package dev.autoversion.maven;

import dev.autoversion.fingerprint.FingerprintReport;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Fails if <code>autoversion:fingerprint</code> would write something. Writes nothing. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends CopyingMojo {
  /** Called by Maven. */
  public CheckMojo() {}

  @Override
  void run(AssetFolder folder) throws IOException, MojoFailureException {
    FingerprintReport report = fingerprint(folder).dryRun().run();
    if (!report.isUpToDate()) {
      logOutOfDate(report);
      throw new MojoFailureException(
          "the copies of " + folder + " are out of date; run `mvn autoversion:fingerprint`");
    }
    logProblems(report);
    getLog()
        .info(folder + ": " + count(report.assets().size(), "asset") + ", all copies up to date");
  }

  /** Names what would be written; for an asset that is gone, only the manifest. */
  private void logOutOfDate(FingerprintReport report) {
    report.written().forEach(file -> getLog().error("missing: " + file));
    if (report.toCode() > 0) {
      getLog().error("missing: " + count(report.toCode(), "content coding"));
    }
    if (report.manifestChanged()) {
      getLog().error("out of date: " + report.manifest());
    }
  }
}
