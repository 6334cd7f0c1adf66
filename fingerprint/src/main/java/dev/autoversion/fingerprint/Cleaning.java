package dev.autoversion.fingerprint;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Deletes the copies of earlier builds that no page asks for any more. Choose it if the output
 * folder outlives a build. It only deletes files that a manifest lists, and none that the current
 * manifest names.
 *
 * <pre>{@code
 * Cleaning.of(Path.of("/srv/app/static")).prefix("/static").keepBuilds(5).run();
 * }</pre>
 *
 * <p>Immutable: each option returns a new one, and may be set once: setting it again throws {@link
 * IllegalStateException}. Runs of {@link Fingerprint} over the same manifest wait for it, and it
 * waits for them.
 */
public final class Cleaning {
  private static final int BUILDS = 3;

  private final Path folder;
  private Setting<String> prefix = Setting.of("prefix", "/");
  private Setting<Optional<Path>> output = Setting.of("output", Optional.empty());
  private Setting<Optional<Path>> manifest = Setting.of("manifest", Optional.empty());
  private Setting<Integer> builds = Setting.of("keepBuilds", BUILDS);
  private Setting<Integer> days = Setting.of("keepDays", 0);
  private Setting<Boolean> dry = Setting.of("dryRun", false);

  private Cleaning(Path folder) {
    this.folder = folder;
  }

  private Cleaning(Cleaning other) {
    this.folder = other.folder;
    this.prefix = other.prefix;
    this.output = other.output;
    this.manifest = other.manifest;
    this.builds = other.builds;
    this.days = other.days;
    this.dry = other.dry;
  }

  /**
   * A cleaning of the folder that was given to {@link Fingerprint#of}.
   *
   * @param folder the folder with the assets
   * @return a cleaning with the defaults
   * @throws IllegalArgumentException if there is no such folder
   */
  public static Cleaning of(Path folder) {
    return new Cleaning(Places.folder(folder));
  }

  /**
   * The prefix that was given to {@link Fingerprint#prefix}. Default: {@code /}.
   *
   * @param urlPrefix a path that starts with one slash
   * @return a new one with this option
   * @throws IllegalArgumentException if it is malformed
   */
  public Cleaning prefix(String urlPrefix) {
    Cleaning other = new Cleaning(this);
    other.prefix = prefix.set(Places.prefix(urlPrefix));
    return other;
  }

  /**
   * The folder that was given to {@link Fingerprint#output}. Default: the folder with the assets.
   *
   * @param folder the folder with the copies
   * @return a new one with this option
   * @throws IllegalArgumentException if it is a file, lies in the folder of the assets, or holds
   *     the manifest
   */
  public Cleaning output(Path folder) {
    Cleaning other = new Cleaning(this);
    other.output = output.set(Optional.of(folder));
    other.places();
    return other;
  }

  /**
   * The file that was given to {@link Fingerprint#manifest}. Default: {@code
   * META-INF/autoversion/manifest.json} beside the folder with the copies.
   *
   * @param file the file
   * @return a new one with this option
   * @throws IllegalArgumentException if it is a folder, or would be an asset itself
   */
  public Cleaning manifest(Path file) {
    Cleaning other = new Cleaning(this);
    other.manifest = manifest.set(Optional.of(file));
    other.places();
    return other;
  }

  /**
   * Keeps the files of this many last builds, including the current one. Default: 3. Builds that
   * published the same files count as one.
   *
   * @param number 1 or more
   * @return a new one with this option
   * @throws IllegalArgumentException if it is less than 1
   */
  public Cleaning keepBuilds(int number) {
    if (number < 1) {
      throw new IllegalArgumentException(
          "the number of builds to keep is 1 or more, not " + number);
    }
    Cleaning other = new Cleaning(this);
    other.builds = builds.set(number);
    return other;
  }

  /**
   * Also keeps what was current within this many days. Default: 0.
   *
   * @param number 0 or more
   * @return a new one with this option
   * @throws IllegalArgumentException if it is negative
   */
  public Cleaning keepDays(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("the number of days to keep is 0 or more, not " + number);
    }
    Cleaning other = new Cleaning(this);
    other.days = days.set(number);
    return other;
  }

  /**
   * Deletes nothing, but reports what would be deleted. Default: deletes.
   *
   * @return a new one with this option
   */
  public Cleaning dryRun() {
    Cleaning other = new Cleaning(this);
    other.dry = dry.set(true);
    return other;
  }

  /**
   * Runs the cleaning.
   *
   * @return what was deleted, or would be
   * @throws IOException if a manifest can't be read or a file can't be deleted
   */
  public CleaningReport run() throws IOException {
    Places places = places();
    try {
      RealNames real = new RealNames(places.output());
      return new Sweep(places, real, builds.value(), days.value(), dry.value()).run();
    } catch (FileSystemException e) { // Its own message may be just a path.
      throw new IOException(Failure.text(e), e);
    }
  }

  /** Where everything is; throws if two of these options contradict each other. */
  private Places places() {
    return Places.of(
        folder, prefix.value(), output.value().orElse(null), manifest.value().orElse(null));
  }

  /** The options: {@code clean /srv/static at /static}. */
  @Override
  public String toString() {
    return "clean " + folder + " at " + prefix.value();
  }
}
