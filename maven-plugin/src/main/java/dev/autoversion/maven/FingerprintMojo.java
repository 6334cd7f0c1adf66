package dev.autoversion.maven;

import dev.autoversion.fingerprint.FingerprintReport;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes a copy of each asset under a name that contains its version, compressed variants of it,
 * and the manifest. Files that are already complete are not written again.
 */
@Mojo(name = "fingerprint", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class FingerprintMojo extends CopyingMojo {
  /** Called by Maven. */
  public FingerprintMojo() {}

  @Override
  void run(AssetFolder folder) throws IOException, MojoFailureException {
    FingerprintReport report = fingerprint(folder).run();
    int written = report.written().size();
    getLog()
        .info(
            folder
                + ": "
                + count(report.assets().size(), "asset")
                + ", "
                + (written == 0 ? "nothing to write" : count(written, "file") + " written"));
    logProblems(report);
  }
}
