package dev.autoversion.fingerprint;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line: {@code java -jar autoversion-fingerprint-cli.jar FOLDER --prefix /static}. */
@Command(
    name = "autoversion-fingerprint",
    description = "Writes a copy of each asset under its versioned name, and a manifest of them.",
    mixinStandardHelpOptions = true,
    versionProvider = FingerprintCommand.Release.class,
    sortOptions = false,
    subcommands = CleanCommand.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, or nothing to do",
      "1:--check: something would change; --fail-on-missing: a reference leads to no asset",
      "2:wrong or missing options",
      "3:a file can't be read or written, or memory runs out; copies and manifest are as before,"
          + " unless only the report can't be written"
    })
final class FingerprintCommand implements Callable<Integer> {
  private static final String LINES = "java.util.logging.SimpleFormatter.format";

  static final int FOUND = 1;
  static final int WRONG_USE = 2;
  static final int NOT_WRITTEN = 3;

  @Spec private @Nullable CommandSpec spec;

  // Not required here, since clean has its own.
  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "the folder with the assets; everything in it is public")
  private @Nullable Path folder;

  @Option(
      names = "--prefix",
      paramLabel = "P",
      description = "the URL path that the folder is served at, such as /static; required")
  private @Nullable String prefix;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "where the copies go; default: FOLDER itself")
  private @Nullable Path output;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "the manifest; default: META-INF/autoversion/manifest.json beside the folder with the"
              + " copies")
  private @Nullable Path manifest;

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "assets to leave alone, such as sw.js or private/**; may be repeated")
  private List<String> excluded = List.of();

  @Option(
      names = "--codings",
      paramLabel = "LIST",
      description = "content codings, separated by commas, or none; default: br,zstd,gzip")
  private @Nullable String codings;

  @Option(
      names = "--level",
      paramLabel = "N",
      description = "how hard codings try, 1 (fastest) to 11 (smallest files); default: 11")
  private @Nullable Integer level;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "number of threads; default: one for each core")
  private @Nullable Integer threads;

  @Option(names = "--dry-run", description = "lists what would be written, and writes nothing")
  private boolean dryRun;

  @Option(
      names = "--check",
      description = "like --dry-run, but exits with 1 if anything would change")
  private boolean check;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "writes what was done to FILE, as JSON")
  private @Nullable Path report;

  @Option(
      names = "--fail-on-missing",
      description = "exits with 1 if a reference leads to no asset")
  private boolean failOnMissing;

  private FingerprintCommand() {}

  /**
   * Runs and ends the program.
   *
   * @param arguments as {@code --help} lists them
   */
  public static void main(String[] arguments) {
    if (System.getProperty(LINES) == null) { // Says what failed, without a stack trace.
      System.setProperty(LINES, "%4$s: %5$s%n");
    }
    System.exit(run(arguments));
  }

  /** Runs and returns the exit code. */
  static int run(String... arguments) {
    CommandLine command =
        new CommandLine(new FingerprintCommand())
            .setExpandAtFiles(false) // A folder may be called @scope.
            .registerConverter(Path.class, FingerprintCommand::path)
            .setExecutionExceptionHandler(FingerprintCommand::failed);
    try {
      return command.execute(arguments);
    } catch (OutOfMemoryError e) { // Would exit with 1, which means something else for --check.
      command
          .getErr()
          .println("out of memory (" + e.getMessage() + "); allow more with java -Xmx1g -jar …");
      return NOT_WRITTEN;
    }
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = commandLine().getErr();
    Bar bar = Bar.on(err);
    FingerprintReport done;
    try {
      done = fingerprint().progress(bar).run();
    } finally {
      bar.end();
    }
    done.notes().forEach(err::println);
    done.missing().forEach(err::println);
    if (report != null) {
      ReportFile.write(report, done);
    }
    new Summary(commandLine().getOut()).print(done);
    boolean found = check && !done.isUpToDate() || failOnMissing && !done.missing().isEmpty();
    return found ? FOUND : 0;
  }

  private Fingerprint fingerprint() {
    if (folder == null || prefix == null) {
      throw new CommandLine.ParameterException(
          commandLine(), "FOLDER and --prefix are required, as in: static --prefix /static");
    }
    Fingerprint configured =
        Fingerprint.of(folder).prefix(prefix).exclude(excluded.toArray(String[]::new));
    configured = output == null ? configured : configured.output(output);
    configured = manifest == null ? configured : configured.manifest(manifest);
    configured = codings == null ? configured : configured.codings(parsed(codings));
    configured = level == null ? configured : configured.level(level);
    configured = threads == null ? configured : configured.threads(threads);
    if (report != null) {
      Places.of(Places.folder(folder), prefix, output, manifest).checkReport(report);
    }
    return dryRun || check ? configured.dryRun() : configured;
  }

  private static ContentCoding[] parsed(String list) {
    if (list.equals("none")) {
      return new ContentCoding[0];
    }
    return Stream.of(list.split(",", -1))
        .map(
            token ->
                ContentCoding.of(token)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "--codings takes br, zstd and gzip, separated by commas, or none,"
                                    + " not '"
                                    + list
                                    + "'")))
        .toArray(ContentCoding[]::new);
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      boolean undecoded = text.indexOf('\uFFFD') >= 0; // Where the JVM could not decode a byte.
      throw new CommandLine.TypeConversionException(
          undecoded ? "'" + text + "' " + Failure.LOCALE : e.getMessage());
    }
  }

  private CommandLine commandLine() {
    return Optional.ofNullable(spec).orElseThrow().commandLine();
  }

  /** Handles wrong options, and what can't be written. */
  static int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed)
      throws Exception {
    PrintWriter err = commandLine.getErr();
    if (e instanceof IllegalArgumentException || e instanceof IllegalStateException) {
      err.println(e.getMessage());
      return WRONG_USE;
    }
    if (e instanceof IOException || e instanceof UncheckedIOException) {
      err.println(Failure.text(e));
      return NOT_WRITTEN;
    }
    throw e;
  }

  /** The version of the jar. */
  static final class Release implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = FingerprintCommand.class.getPackage().getImplementationVersion();
      return new String[] {
        "autoversion-fingerprint " + (version == null ? "(not packaged)" : version)
      };
    }
  }
}
