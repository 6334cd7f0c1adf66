package dev.autoversion.fingerprint;

import dev.autoversion.Asset;
import dev.autoversion.AssetSource;
import dev.autoversion.LogicalPath;
import dev.autoversion.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The listed assets of the folder, each of which is read once, however young it is: a build has
 * just written the files, and stamps show whether one changes while it is read.
 */
final class Snapshot implements AssetSource {
  private final Places places;
  private final Copies copies;
  private final AssetSource directory;
  private final Set<LogicalPath> assets;
  private final Map<LogicalPath, SourceStamp> stamps = new ConcurrentHashMap<>();
  private final Set<LogicalPath> hidden = ConcurrentHashMap.newKeySet();
  private volatile @Nullable LogicalPath changed;

  /**
   * Without other files: one that runs have made would be sent for its versioned name, and one that
   * came after the others were copied has no copy to which a reference could lead.
   */
  Snapshot(Places places, List<LogicalPath> assets, Copies copies) {
    this.places = places;
    this.copies = copies;
    this.directory = AssetSource.directory(places.folder());
    this.assets = Set.copyOf(assets);
  }

  /** What the URLs of the assets begin with. */
  String prefix() {
    return places.prefix();
  }

  /** Hides a name from now on, such as one that a copy will have. */
  void hide(LogicalPath name) {
    hidden.add(name);
  }

  @Override
  public Optional<Asset> find(LogicalPath path) throws IOException {
    return find(path, new HashSet<>());
  }

  @Override
  public Optional<Asset> find(LogicalPath path, Set<Object> facts) throws IOException {
    if (hidden.contains(path)) {
      return Optional.empty();
    }
    Optional<Asset> found = directory.find(path, facts);
    if (found.isPresent() && !hasCopy(path)) {
      return Optional.empty();
    }
    if (found.isEmpty()) {
      note(path, stamps.remove(path), "");
      hide(path); // It may come back, but has got no copy.
      return found;
    }
    SourceStamp stamp = copies.stampOf(path); // Before it is read.
    note(path, stamps.put(path, stamp), stamp.text());
    return Optional.of(new Still(found.get(), Stamp.ofIdentity(stamp.text())));
  }

  /** Whether it is listed, or leads through a linked folder to one that is, and so to its copy. */
  private boolean hasCopy(LogicalPath path) throws IOException {
    if (assets.contains(path)) {
      return true;
    }
    if (!places.hasCopiesBesideSources()) {
      return false;
    }
    Path real = places.folder().resolve(path.value()).toRealPath();
    String name = places.folder().toRealPath().relativize(real).toString().replace('\\', '/');
    return LogicalPath.of(name).filter(assets::contains).isPresent();
  }

  private void note(LogicalPath path, @Nullable SourceStamp earlier, String now) {
    if (earlier != null && !earlier.text().equals(now) && ReferrerCopies.isReferrer(path)) {
      changed = path;
    }
  }

  /**
   * A referrer that was seen in two states; references to it may lead to a copy that does not
   * exist.
   */
  Optional<LogicalPath> changed() {
    return Optional.ofNullable(changed);
  }

  /** The stamp of a file when it was last found. */
  Optional<SourceStamp> stamp(LogicalPath path) {
    return Optional.ofNullable(stamps.get(path));
  }

  @Override
  public Optional<String> whyAbsent(LogicalPath path) throws IOException {
    return directory.whyAbsent(path);
  }

  @Override
  public String toString() {
    return directory.toString();
  }

  /** A file that counts as settled unless its stamp changes. */
  private final class Still implements Asset {
    private final Asset file;
    private final Stamp found;

    Still(Asset file, Stamp found) {
      this.file = file;
      this.found = found;
    }

    @Override
    public LogicalPath path() {
      return file.path();
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public FileTime lastModified() throws IOException {
      return file.lastModified();
    }

    @Override
    public InputStream open() throws IOException {
      return file.open();
    }

    @Override
    public Stamp stamp() {
      return found;
    }

    @Override
    public Stamp stampNow() throws IOException {
      return Stamp.ofIdentity(copies.stampOf(path()).text());
    }
  }
}
