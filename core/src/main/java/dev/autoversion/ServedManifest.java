package dev.autoversion;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A manifest whose files are served elsewhere than below its mount. */
final class ServedManifest implements Manifest {
  private final Manifest manifest;
  private final String base;
  private volatile ServedManifest latest = this;

  private ServedManifest(Manifest manifest, String base) {
    this.manifest = manifest;
    this.base = base;
  }

  static Manifest of(Manifest manifest, String base) {
    String folder = base.endsWith("/") ? base : base + "/";
    boolean valid = PublishedFile.isHttp(folder) || UrlParts.isRooted(base);
    if (!valid
        || !folder.chars().allMatch(c -> c > ' ' && c != 0x7f && "?#\\\"'<>".indexOf(c) < 0)) {
      throw new IllegalArgumentException(
          "servedAt takes the URL of a folder like 'https://cdn.example/x/' or '/x/', unlike "
              + Printable.quote(base));
    }
    return new ServedManifest(manifest, folder);
  }

  @Override
  public Optional<String> published(String name) {
    return manifest.published(name);
  }

  @Override
  public Optional<Entry> entry(String name) {
    return manifest.entry(name);
  }

  @Override
  public Optional<String> integrity(String name) {
    return manifest.integrity(name);
  }

  @Override
  public Optional<Copy> copy(String name) {
    return manifest.copy(name);
  }

  @Override
  public Set<String> mounts() {
    return manifest.mounts();
  }

  @Override
  public Manifest mountedAt(String prefix) {
    Manifest part = manifest.mountedAt(prefix);
    Objects.requireNonNull(part, "mountedAt() of the manifest gave null");
    return part == manifest ? this : new ServedManifest(part, base);
  }

  @Override
  public Stream<String> names() {
    return manifest.names();
  }

  @Override
  public Stream<String> files() {
    return manifest.files();
  }

  @Override
  public Map<String, String> imports() {
    return manifest.imports();
  }

  @Override
  public String base() {
    return base;
  }

  @Override
  public Manifest current() throws IOException {
    Manifest now = Objects.requireNonNull(manifest.current(), "current() gave null");
    ServedManifest known = latest;
    if (known.manifest != now) {
      known = new ServedManifest(now, base);
      latest = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return manifest + " served at " + base;
  }
}
