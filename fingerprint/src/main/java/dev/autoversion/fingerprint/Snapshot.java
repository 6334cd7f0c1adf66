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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The folder, in which each file is read once, however young it is: a build has just written the
 * files, and stamps show whether one changes while it is read.
 */
final class Snapshot implements AssetSource {
  private final Path folder;
  private final Moment began;
  private final AssetSource directory;
  private final Output output;
  private final Map<LogicalPath, SourceStamp> stamps = new ConcurrentHashMap<>();
  private final Set<LogicalPath> hidden = ConcurrentHashMap.newKeySet();
  private volatile @Nullable LogicalPath moved;

  /**
   * Without files that runs have made: a file under a versioned name would be sent for that URL.
   */
  Snapshot(Path folder, Output output, Moment began) {
    this.folder = folder;
    this.began = began;
    this.directory = AssetSource.directory(folder);
    this.output = output;
  }

  /** Hides a name that a copy will have. */
  void hide(LogicalPath copy) {
    hidden.add(copy);
  }

  @Override
  public Optional<Asset> find(LogicalPath path) throws IOException {
    return find(path, new HashSet<>());
  }

  @Override
  public Optional<Asset> find(LogicalPath path, Set<Object> facts) throws IOException {
    if (hidden.contains(path) || output.made(path.value())) {
      return Optional.empty();
    }
    Optional<Asset> found = directory.find(path, facts);
    if (found.isEmpty()) {
      note(path, stamps.remove(path), "");
      return found;
    }
    SourceStamp stamp = stampNow(path); // Before it is read.
    note(path, stamps.put(path, stamp), stamp.text());
    return Optional.of(new Still(found.get(), Stamp.ofIdentity(stamp.text())));
  }

  private void note(LogicalPath path, @Nullable SourceStamp earlier, String now) {
    if (earlier != null && !earlier.text().equals(now) && Referrers.isOne(path)) {
      moved = path;
    }
  }

  /** A file that may contain references and was seen in two states. */
  Optional<LogicalPath> moved() {
    return Optional.ofNullable(moved);
  }

  /** The stamp of a file when it was last found. */
  Optional<SourceStamp> stamp(LogicalPath path) {
    return Optional.ofNullable(stamps.get(path));
  }

  /** The current stamp of a file. */
  SourceStamp stampNow(LogicalPath path) throws IOException {
    return SourceStamp.of(folder.resolve(path.value()), began);
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
      return Stamp.ofIdentity(Snapshot.this.stampNow(path()).text());
    }
  }
}
