package dev.autoversion.fingerprint;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clean FOLDER --prefix /static --keep 5}. */
@Command(
    name = "clean",
    description = "Deletes copies that are left over from earlier builds.",
    mixinStandardHelpOptions = true,
    versionProvider = FingerprintCommand.Release.class,
    sortOptions = false)
final class CleanCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "the folder with the assets")
  private Path folder = Path.of("");

  @Option(
      names = "--prefix",
      paramLabel = "P",
      required = true,
      description = "the URL path that the folder is served at")
  private String prefix = "/";

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "the folder with the copies; default: FOLDER itself")
  private @Nullable Path output;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "the manifest that the build wrote; default: META-INF/autoversion/manifest.json beside the"
              + " folder with the copies")
  private @Nullable Path manifest;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "keeps the copies of the last N builds, the current one included; default: 3")
  private @Nullable Integer builds;

  @Option(
      names = "--days",
      paramLabel = "D",
      description = "also keeps copies that were current within the last D days; default: 0")
  private @Nullable Integer days;

  @Option(names = "--dry-run", description = "lists what would be deleted, and deletes nothing")
  private boolean dryRun;

  @Override
  public Integer call() throws IOException {
    CleaningReport done = cleaning().run();
    PrintWriter out = Optional.ofNullable(spec).orElseThrow().commandLine().getOut();
    done.deleted().forEach(file -> out.println((dryRun ? "would delete " : "deleted ") + file));
    out.println(
        Summary.count(done.deleted().size(), "file")
            + ", "
            + Summary.bytes(done.bytes())
            + (dryRun ? " would be deleted" : " deleted"));
    out.flush();
    return 0;
  }

  private Cleaning cleaning() {
    Cleaning cleaning = Cleaning.of(folder).prefix(prefix);
    cleaning = output == null ? cleaning : cleaning.output(output);
    cleaning = manifest == null ? cleaning : cleaning.manifest(manifest);
    cleaning = builds == null ? cleaning : cleaning.keepBuilds(builds);
    cleaning = days == null ? cleaning : cleaning.keepDays(days);
    return dryRun ? cleaning.dryRun() : cleaning;
  }
}
