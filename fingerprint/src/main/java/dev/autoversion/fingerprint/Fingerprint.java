package dev.autoversion.fingerprint;

import dev.autoversion.Autoversion;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes a copy of each asset of a folder under its versioned name, {@code app-9f3c2ab1d04e.js}
 * beside {@code app.js}, and a manifest that names the copies. Choose it in a build: any web server
 * can serve the result, and at run time no file is opened to find a URL.
 *
 * <pre>{@code
 * FingerprintReport report =
 *     Fingerprint.of(Path.of("target/classes/static")).prefix("/static").run();
 * }</pre>
 *
 * <p>Names, bytes and integrity are those of the running library with {@code Placement.fileName()}.
 * Immutable: each option returns a new one, and may be set once: setting it again throws {@link
 * IllegalStateException}.
 *
 * <p>A run may be killed at any moment. Each file is written under a hidden name and then renamed,
 * and the manifest comes last, so the current manifest only names complete files. Two runs over one
 * manifest wait for each other by a lock on a file beside it, which is deleted when they end; two
 * runs with different manifests and one output folder write equal files twice.
 */
public final class Fingerprint {
  /** The highest {@link #level}, which gives the smallest files. */
  static final int BEST_LEVEL = 11;

  private static final Progress SILENT = (stage, done, total) -> {};

  private final Path folder;
  private Setting<String> prefix = Setting.of("prefix", "/");
  private Setting<Optional<Path>> output = Setting.of("output", Optional.empty());
  private Setting<Optional<Path>> manifest = Setting.of("manifest", Optional.empty());
  private List<String> excluded = List.of();
  private Setting<List<ContentCoding>> codings =
      Setting.of("codings", List.of(ContentCoding.values()));
  private Setting<Integer> level = Setting.of("level", BEST_LEVEL);
  private Setting<Integer> threads =
      Setting.of("threads", Runtime.getRuntime().availableProcessors());
  private Setting<Boolean> dry = Setting.of("dryRun", false);
  private Setting<Progress> progress = Setting.of("progress", SILENT);

  private Fingerprint(Path folder) {
    this.folder = folder;
  }

  private Fingerprint(Fingerprint other) {
    this.folder = other.folder;
    this.prefix = other.prefix;
    this.output = other.output;
    this.manifest = other.manifest;
    this.excluded = other.excluded;
    this.codings = other.codings;
    this.level = other.level;
    this.threads = other.threads;
    this.dry = other.dry;
    this.progress = other.progress;
  }

  /**
   * A run over the assets of a folder.
   *
   * @param folder the folder; everything in it is public
   * @return a run with the defaults
   * @throws IllegalArgumentException if there is no such folder
   */
  public static Fingerprint of(Path folder) {
    return new Fingerprint(Places.folder(folder));
  }

  /**
   * Where the folder is served: {@code /static}. Default: {@code /}.
   *
   * @param urlPrefix a path that starts with one slash
   * @return a new one with this option
   * @throws IllegalArgumentException if it is malformed
   */
  public Fingerprint prefix(String urlPrefix) {
    Fingerprint other = new Fingerprint(this);
    other.prefix = prefix.set(Places.prefix(urlPrefix));
    return other;
  }

  /**
   * Puts the copies into another folder, under the names they would have beside the assets.
   * Default: beside the assets.
   *
   * @param folder the folder, created if it does not exist
   * @return a new one with this option
   * @throws IllegalArgumentException if it is a file, lies in the folder of the assets, or holds
   *     the manifest
   */
  public Fingerprint output(Path folder) {
    Fingerprint other = new Fingerprint(this);
    other.output = output.set(Optional.of(folder));
    other.places();
    return other;
  }

  /**
   * Writes the manifest to a file. Default: {@code META-INF/autoversion/manifest.json} beside the
   * folder with the copies. Several runs may share one, each with its own prefix.
   *
   * @param file the file
   * @return a new one with this option
   * @throws IllegalArgumentException if it is a folder, or would be an asset itself
   */
  public Fingerprint manifest(Path file) {
    Fingerprint other = new Fingerprint(this);
    other.manifest = manifest.set(Optional.of(file));
    other.places();
    return other;
  }

  /**
   * Leaves assets alone: {@code sw.js}, {@code private/**}. Default: none, apart from files that
   * the library never treats as assets. May be called again for more.
   *
   * @param patterns patterns as {@code Autoversion.Builder.exclude} takes them
   * @return a new one with this option
   * @throws IllegalArgumentException if a pattern is not a path below the folder
   */
  public Fingerprint exclude(String... patterns) {
    Autoversion.builder().exclude(patterns);
    Fingerprint other = new Fingerprint(this);
    List<String> all = new ArrayList<>(excluded);
    all.addAll(List.of(patterns));
    other.excluded = List.copyOf(all);
    return other;
  }

  /**
   * Makes these content codings if they save 5 % or more and the asset's type is not compressed
   * already. Default: all.
   *
   * @param wanted the codings; none to make none
   * @return a new one with this option
   */
  public Fingerprint codings(ContentCoding... wanted) {
    Fingerprint other = new Fingerprint(this);
    other.codings = codings.set(Stream.of(wanted).distinct().sorted().toList());
    return other;
  }

  /**
   * The compression level. Default: 11, the smallest files: Brotli at 11, Zstandard at 19, gzip at
   * 9. Existing files of another level stay.
   *
   * @param effort 1 to 11
   * @return a new one with this option
   * @throws IllegalArgumentException if it is out of range
   */
  public Fingerprint level(int effort) {
    if (effort < 1 || effort > BEST_LEVEL) {
      throw new IllegalArgumentException("level takes 1 to " + BEST_LEVEL + ", not " + effort);
    }
    Fingerprint other = new Fingerprint(this);
    other.level = level.set(effort);
    return other;
  }

  /**
   * The number of threads. Default: one for each core.
   *
   * @param number 1 or more
   * @return a new one with this option
   * @throws IllegalArgumentException if it is less than 1
   */
  public Fingerprint threads(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("threads takes 1 or more, not " + number);
    }
    Fingerprint other = new Fingerprint(this);
    other.threads = threads.set(number);
    return other;
  }

  /**
   * Writes nothing, but reports what would be written. Default: writes.
   *
   * @return a new one with this option
   */
  public Fingerprint dryRun() {
    Fingerprint other = new Fingerprint(this);
    other.dry = dry.set(true);
    return other;
  }

  /**
   * Reports how far a run is. Default: no report.
   *
   * @param listener called often, by all threads
   * @return a new one with this option
   */
  public Fingerprint progress(Progress listener) {
    Fingerprint other = new Fingerprint(this);
    other.progress = progress.set(Objects.requireNonNull(listener, "listener"));
    return other;
  }

  /**
   * Runs the work.
   *
   * @return what was written, or would be
   * @throws IOException if something can't be read or written; this run's copies are then deleted,
   *     and the manifest is unchanged
   */
  public FingerprintReport run() throws IOException {
    Places places = places();
    Choices choices =
        new Choices(
            excluded,
            codings.value(),
            level.value(),
            threads.value(),
            dry.value(),
            progress.value());
    try {
      return Run.of(places, choices);
    } catch (InvalidPathException e) {
      throw new IOException("'" + e.getInput() + "' " + Failure.LOCALE, e);
    } catch (FileSystemException e) { // Its own message may be just a path.
      throw new IOException(Failure.text(e), e);
    }
  }

  /** Where everything is; throws if two of these options contradict each other. */
  private Places places() {
    return Places.of(
        folder, prefix.value(), output.value().orElse(null), manifest.value().orElse(null));
  }

  /** The options: {@code fingerprint /srv/static at /static}. */
  @Override
  public String toString() {
    return "fingerprint " + folder + " at " + prefix.value();
  }
}
