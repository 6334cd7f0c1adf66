package dev.autoversion.maven;

import dev.autoversion.fingerprint.Cleaning;
import dev.autoversion.fingerprint.CleaningReport;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Removes copies that are listed neither in the current manifest nor in those of the latest builds.
 */
@Mojo(name = "clean", threadSafe = true)
public final class CleanMojo extends FolderMojo {
  /** Keeps what the latest builds have published: this many, including the current one. */
  @Parameter(property = "autoversion.keep", defaultValue = "3")
  private int keep;

  /** Also keeps what was current within this many days. */
  @Parameter(property = "autoversion.days", defaultValue = "0")
  private int days;

  /** Lists what would be removed, and removes nothing. */
  @Parameter(property = "autoversion.dryRun", defaultValue = "false")
  private boolean dryRun;

  /** Called by Maven. */
  public CleanMojo() {}

  @Override
  void run(AssetFolder folder) throws IOException {
    Cleaning cleaning =
        Cleaning.of(folder.directory())
            .prefix(folder.prefix())
            .manifest(manifest())
            .keepBuilds(keep)
            .keepDays(days);
    if (folder.output().isPresent()) {
      cleaning = cleaning.output(folder.output().get());
    }
    CleaningReport report = (dryRun ? cleaning.dryRun() : cleaning).run();
    report.deleted().forEach(file -> getLog().info((dryRun ? "would remove " : "removed ") + file));
    getLog()
        .info(
            folder
                + ": "
                + count(report.deleted().size(), "file")
                + (dryRun ? " would be removed, " : " removed, ")
                + report.bytes()
                + " bytes");
  }
}
