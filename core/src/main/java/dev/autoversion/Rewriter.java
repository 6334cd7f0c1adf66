package dev.autoversion;

import java.util.Optional;

/**
 * Puts versions into a referrer's references. A relative one stays relative, and resolves against
 * the referrer's own versioned URL. One that starts with a slash gets the host before it if the
 * host has a path, which a browser would drop.
 */
final class Rewriter {
  private final Settings settings;
  private final Answers answers;

  Rewriter(Settings settings, Answers answers) {
    this.settings = settings;
    this.answers = answers;
  }

  /**
   * Whether a referrer's references are rewritten: if they lead to assets, or are resolved against
   * another folder than they were written for.
   */
  boolean changes(Resolution.Versioned versioned) {
    if (versioned.cover().reachesOthers()) {
      return true;
    }
    return !versioned.seen().references().isEmpty() && moves(versioned);
  }

  private boolean moves(Resolution.Versioned versioned) {
    SitePath path = versioned.seen().path();
    try {
      return !UrlPath.directory(path.url(settings.placement(), versioned.version()))
          .equals(UrlPath.directory(path.url()));
    } catch (RuntimeException e) { // From a user's own placement; rewriting reports it.
      return true;
    }
  }

  /**
   * In {@code /s/css/a.css}, {@code ../x.png} becomes {@code ../x-9f3c.png}; the rest stays.
   *
   * @param check records what the references lead to
   */
  String rewrite(Resolution.Versioned referrer, String written, Look look, CoverCheck check) {
    if (!UrlPath.mayNameAsset(written)) {
      return written;
    }
    SitePath path = referrer.seen().path();
    String base = look.address().contextPath() + path.url();
    String reference = UrlPath.asRead(written);
    Optional<Resolution> found = resolution(base, reference, look);
    found.ifPresent(check::record);
    if (!UrlPath.isRelative(reference)) {
      return found.flatMap(to -> whole(path, reference, to)).orElse(written);
    }
    Optional<String> versioned = found.flatMap(this::versioned);
    String from = look.address().contextPath() + path.url(settings.placement(), referrer.version());
    boolean moves = !UrlPath.directory(from).equals(UrlPath.directory(base));
    if (versioned.isEmpty() && !moves) {
      return written;
    }
    String plain = UrlPath.resolve(base, reference);
    String target = versioned.orElse(plain);
    if (!target.startsWith("/")) {
      return target;
    }
    String folder = UrlPath.directory(target);
    return moves || climbsOut(base, reference) || !folder.equals(UrlPath.directory(plain))
        ? UrlPath.relativize(from, target)
        : UrlPath.directory(reference) + target.substring(folder.length());
  }

  /** Other servers treat a semicolon as part of an asset's name: its copy has it, too. */
  private Optional<Resolution> resolution(String base, String reference, Look look) {
    Optional<Resolution> found = found(base, reference, look);
    return found.filter(Rewriter::hasSemicolon).isPresent()
        ? found(base, UrlPath.asName(reference), look)
        : found;
  }

  private Optional<Resolution> found(String base, String reference, Look look) {
    return answers.references().locate(base, reference, look).map(at -> answers.resolve(at, look));
  }

  private static boolean hasSemicolon(Resolution resolution) {
    return resolution instanceof Resolution.Versioned versioned
        && versioned.seen().path().path().value().indexOf(';') >= 0;
  }

  /** The result for a reference that is not relative to the referrer. */
  private Optional<String> whole(SitePath referrer, String reference, Resolution to) {
    return settings.address().hasFolder()
        ? answers.placing().urlIn(referrer, to).filter(url -> !url.equals(reference))
        : versioned(to);
  }

  /** Whether a reference climbs out of the site, into the host's path above it. */
  private boolean climbsOut(String base, String reference) {
    String above = "/above";
    return settings.address().hasFolder()
        && !UrlPath.resolve(above + base, reference)
            .equals(above + UrlPath.resolve(base, reference));
  }

  /** The URL with its version, if a reference leads to an asset and lacks the version. */
  private Optional<String> versioned(Resolution resolution) {
    if (resolution instanceof Published published && !published.itself()) {
      String front = published.file().elsewhere() ? "" : published.at().front();
      return Optional.of(front + published.url());
    }
    return resolution instanceof Resolution.Versioned versioned
            && !versioned.isCurrent()
            && !versioned.isStaleName()
        ? Optional.of(versioned.url(settings.placement()))
        : Optional.empty();
  }
}
