package dev.autoversion;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An asset whose bytes are wanted.
 *
 * @param copy what a build said of those, or null
 */
record Wanted(Resolution.Versioned versioned, Form form, Manifest.@Nullable Copy copy) {
  /** How it is asked for. */
  enum Form {
    /** By a URL with a version, a stylesheet with versioned references. */
    VERSIONED,
    /** By the URL that a build published it under, as it is on the disk. */
    PUBLISHED,
    /** By a URL without a version, as it is on the disk. */
    PLAIN
  }

  static Wanted versioned(Resolution.Versioned versioned) {
    return new Wanted(versioned, Form.VERSIONED, null);
  }

  static Wanted plain(Resolution.Versioned versioned) {
    return new Wanted(versioned, Form.PLAIN, null);
  }

  /** A published file, to be kept for ever where its URL tells its bytes. */
  static Wanted published(Published published, Resolution.Versioned file) {
    return published.itself() && !published.forEver()
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

  /** What representations are remembered by. */
  String key(String context) {
    boolean asItIs = form != Form.VERSIONED;
    Version version = asItIs ? seen().version() : versioned.version();
    String text = version + "\n" + (asItIs ? form.name() : context) + "\n" + seen().path().key();
    return copy == null ? text : text + "\n" + copy.integrity();
  }

  /** What is said of a file that is not the one of the build. */
  String notAsBuilt() {
    return Printable.quote(seen().path().name())
        + " is not sent: it was changed after its manifest was written, "
        + seen().path().mount().described()
        + "; build it anew";
  }
}
