package dev.autoversion.manifest;

import dev.autoversion.Manifest;
import dev.autoversion.Stamp;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32C;

/** The latest good edition of a manifest; looks whether there is a newer one. */
final class LatestManifest {
  private static final System.Logger LOG = System.getLogger("dev.autoversion.manifest");
  // A build writes it once; if it changes this often during a read, we look again later.
  private static final int TRIES = 3;

  // As for assets: git calls a file that was changed within it "racily clean".
  private static final Duration RECENT = Duration.ofSeconds(2);

  private final Location location;
  private final InstantSource clock;
  private final Remarks remarks;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile State state;

  /**
   * What was read last.
   *
   * @param stamps those of its files at that time
   * @param settled whether every later change will show in them
   */
  private record State(Edition edition, List<Stamp> stamps, boolean settled, long checksum) {}

  private LatestManifest(Location location, InstantSource clock) {
    this.location = location;
    this.clock = clock;
    this.remarks = new Remarks(location.toString());
    this.state = new State(new Edition(this, List.of()), List.of(), true, 0);
  }

  /** The manifest as it is now; if it does not exist yet, an empty one, and a warning is logged. */
  static Manifest read(Location location) {
    return read(location, InstantSource.system());
  }

  static Manifest read(Location location, InstantSource clock) {
    LatestManifest latest = new LatestManifest(location, clock);
    try {
      Edition edition = latest.look();
      if (!edition.isThere()) {
        LOG.log(System.Logger.Level.WARNING, latest.absence());
      }
      return edition;
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The edition to use. A thread that comes while another one reads gets the previous edition. */
  Edition current() throws IOException {
    if (!looking.compareAndSet(false, true)) {
      return state.edition;
    }
    try {
      return look();
    } finally {
      looking.set(false);
    }
  }

  /** The edition that was read last, without a look. */
  Edition known() {
    return state.edition;
  }

  @Override
  public String toString() {
    return location.toString();
  }

  private Edition look() throws IOException {
    State known = state;
    List<ManifestFile> files = files();
    if (files.isEmpty() && !known.edition.isThere()) {
      return known.edition;
    }
    if (files.isEmpty()) {
      throw new ManifestException(location.fullName() + " is gone");
    }
    List<Stamp> stamps = stamps(files);
    if (known.settled && known.stamps.equals(stamps)) {
      return known.edition;
    }
    State renewed = read(files, stamps);
    boolean same = known.checksum == renewed.checksum && known.stamps.size() == files.size();
    state =
        same ? new State(known.edition, renewed.stamps, renewed.settled, known.checksum) : renewed;
    return state.edition;
  }

  private List<ManifestFile> files() throws IOException {
    try {
      return location.files();
    } catch (IOException e) {
      throw new ManifestException(location.fullName() + " can't be accessed: " + e, e);
    }
  }

  private State read(List<ManifestFile> files, List<Stamp> first) throws IOException {
    List<Stamp> before = first;
    for (int i = 0; i < TRIES; i++) {
      boolean settled = !areRecent(files);
      List<byte[]> bytes = new ArrayList<>();
      for (ManifestFile file : files) {
        bytes.add(ManifestBytes.of(file));
      }
      List<Stamp> after = stamps(files);
      if (after.equals(before)) {
        return new State(edition(files, bytes), after, settled, checksum(bytes));
      }
      before = after;
    }
    throw new ManifestException(location.fullName() + " is being written");
  }

  private Edition edition(List<ManifestFile> files, List<byte[]> bytes) throws ManifestException {
    ManifestFile first = files.get(0);
    Edition.Part part = ManifestBytes.part(first, bytes.get(0), remarks);
    if (part.format() == Format.EMPTY) {
      remarks.say("it is empty; " + KnownFile.command(first.name()) + " published nothing");
    }
    if (part.format() == Format.IMPORT_MAP) {
      throw new ManifestException(
          first.name()
              + " is an import map, not a manifest; name the manifest instead, which "
              + KnownFile.command(first.name())
              + " writes, and the map beside it is read as well");
    }
    List<Edition.Part> parts = new ArrayList<>(List.of(part));
    for (int i = 1; i < files.size(); i++) {
      ManifestBytes.beside(files.get(i), bytes.get(i), remarks).ifPresent(parts::add);
    }
    return new Edition(this, parts);
  }

  private static List<Stamp> stamps(List<ManifestFile> files) throws ManifestException {
    List<Stamp> stamps = new ArrayList<>();
    for (ManifestFile file : files) {
      try {
        stamps.add(file.stamp());
      } catch (IOException e) {
        throw new ManifestException(file.name() + " can't be accessed: " + e, e);
      }
    }
    return stamps;
  }

  /** Whether any was changed so recently that another change could have the same time. */
  private boolean areRecent(List<ManifestFile> files) throws IOException {
    Instant now = clock.instant();
    boolean recent = false;
    for (ManifestFile file : files) {
      recent |= Duration.between(file.modified(), now).abs().compareTo(RECENT) < 0;
    }
    return recent;
  }

  private static long checksum(List<byte[]> bytes) {
    CRC32C checksum = new CRC32C();
    bytes.forEach(checksum::update);
    return checksum.getValue();
  }

  private String absence() {
    return "no manifest at "
        + location.fullName()
        + " yet, so its mount publishes nothing; "
        + KnownFile.command(location.toString())
        + " writes it, and it will then be found";
  }
}
