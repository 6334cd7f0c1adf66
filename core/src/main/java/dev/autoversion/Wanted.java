package dev.autoversion;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An asset whose bytes are wanted.
 *
 * @param copy what a build recorded about them, or null
 */
record Wanted(Resolution.Versioned versioned, Form form, Manifest.@Nullable Copy copy) {
  /** How it is asked for. */
  enum Form {
    /** By a versioned URL; a stylesheet with versioned references. */
    VERSIONED,
    /** By the URL under which a build published it, as it is on disk. */
    PUBLISHED,
    /** By a URL without a version, as it is on disk. */
    PLAIN
  }

  static Wanted versioned(Resolution.Versioned versioned) {
    return new Wanted(versioned, Form.VERSIONED, null);
  }

  static Wanted plain(Resolution.Versioned versioned) {
    return new Wanted(versioned, Form.PLAIN, null);
  }

  /** A published file, immutable if its URL identifies its bytes. */
  static Wanted published(Published published, Resolution.Versioned file) {
    return published.itself() && !published.immutable()
        ? plain(file)
        : new Wanted(file, Form.PUBLISHED, published.copy());
  }

  Sighting.Seen seen() {
    return versioned.seen();
  }

  /** The files in content codings that a build has left beside it, and their sizes. */
  Map<String, Long> codings() {
    return copy == null ? Map.of() : copy.codings();
  }

  /** The key by which representations are remembered. */
  String key(String context) {
    boolean asItIs = form != Form.VERSIONED;
    Version version = asItIs ? seen().version() : versioned.version();
    String text = version + "\n" + (asItIs ? form.name() : context) + "\n" + seen().path().key();
    return copy == null ? text : text + "\n" + copy.integrity();
  }

  /** The message about a file that is not the build's. */
  String notAsBuilt() {
    return Printable.quote(seen().path().name())
        + " is not sent: it was changed after its manifest was written, "
        + seen().path().mount().described()
        + "; build it anew";
  }
}
