package dev.autoversion.maven;

import dev.autoversion.fingerprint.Cleaning;
import dev.autoversion.fingerprint.CleaningReport;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Removes copies that are listed neither in the current manifest nor in those of the latest builds.
 */
@Mojo(name = "clean", threadSafe = true)
public final class CleanMojo extends FolderMojo {
  /**
   * Keeps what the latest builds have published: this many, including the current one. Default: 3.
   */
  @Parameter(property = "autoversion.keep")
  private @Nullable Integer keep;

  /** Also keeps what was current within this many days. Default: 0. */
  @Parameter(property = "autoversion.days")
  private @Nullable Integer days;

  /** Lists what would be removed, and removes nothing. */
  @Parameter(property = "autoversion.dryRun", defaultValue = "false")
  private boolean dryRun;

  /** Called by Maven. */
  public CleanMojo() {}

  @Override
  void run(AssetFolder folder) throws IOException {
    Cleaning cleaning =
        Cleaning.of(folder.directory()).prefix(folder.prefix()).manifest(manifest());
    if (folder.output().isPresent()) {
      cleaning = cleaning.output(folder.output().get());
    }
    if (keep != null) {
      cleaning = cleaning.keepBuilds(keep);
    }
    if (days != null) {
      cleaning = cleaning.keepDays(days);
    }
    CleaningReport report = (dryRun ? cleaning.dryRun() : cleaning).run();
    report.deleted().forEach(file -> getLog().info((dryRun ? "would remove " : "removed ") + file));
    getLog()
        .info(
            folder
                + ": "
                + count(report.deleted().size(), "file")
                + ", "
                + report.bytes()
                + " bytes");
  }
}
