package dev.autoversion.manifest;

import dev.autoversion.Manifest;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The part of a manifest for one mount, as it was when the manifest was read. Never changes. */
final class Section implements Manifest {
  private static final Contents NOTHING = new Contents.Builder(new Remarks("")).build(Entries.NONE);

  private final Edition edition;
  private final String prefix;
  private final Contents contents;
  private volatile Section latest = this;

  private Section(Edition edition, String prefix, Contents contents) {
    this.edition = edition;
    this.prefix = prefix;
    this.contents = contents;
  }

  /** The part for a mount; an empty one while the manifest does not exist. */
  static Section of(Edition edition, String prefix) throws ManifestException {
    return new Section(edition, prefix, edition.isThere() ? edition.section(prefix) : NOTHING);
  }

  /** {@code /static/} gives {@code /static}; the whole site is {@code /}. */
  static String plain(String prefix) {
    return prefix.length() > 1 && prefix.endsWith("/")
        ? prefix.substring(0, prefix.length() - 1)
        : prefix;
  }

  @Override
  public Optional<String> published(String name) {
    return contents.published(name);
  }

  /** Nothing was bundled: an entry is an asset, with what it imports. */
  @Override
  public Optional<Entry> entry(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<Copy> copy(String name) {
    return contents.copy(name);
  }

  @Override
  public Stream<String> names() {
    return contents.names().stream();
  }

  @Override
  public Stream<String> files() {
    return contents.files().stream();
  }

  @Override
  public Set<String> mounts() {
    return Set.of(prefix);
  }

  /** The part as it is now, or the whole manifest if it is now that of another tool. */
  @Override
  public Manifest current() throws IOException {
    Edition now = edition.current();
    Section known = latest;
    if (known.edition == now) {
      return known;
    }
    if (now.mounts().isEmpty()) {
      return now;
    }
    known = of(now, prefix);
    latest = known;
    return known;
  }

  @Override
  public String toString() {
    return edition.toString();
  }
}
