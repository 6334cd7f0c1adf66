package dev.autoversion;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a request's URL stands for, and remembers it: the table in docs/serving.md, row by
 * row.
 */
final class Replies {
  private static final int ATTEMPTS = 3;

  private final Settings settings;
  private final Answers answers;
  private final Freshness freshness;
  private final Preparation preparation;

  Replies(Settings settings, Answers answers, Preparation preparation) {
    this.settings = settings;
    this.answers = answers;
    this.freshness = settings.freshness();
    this.preparation = preparation;
  }

  /**
   * A reply and what it sends.
   *
   * @param all null if nothing is sent
   */
  record Found(Reply reply, @Nullable Representations all) {}

  /** What a URL stands for, as of a time no older than the freshness allows. */
  Found find(String url, String requested, VersionCache memory) {
    String contextPath = settings.address().unlessOwn(requested);
    Reply known = memory.reply(url, contextPath);
    if (known != null && freshness.isFresh(known.checkedAt, known.settled, freshness.now())) {
      Representations all = known.isSent() ? memory.representations(known.key) : null;
      if (all != null || !known.isSent()) {
        return new Found(known, all);
      }
    }
    return look(new Reply.Request(url, contextPath), known, memory);
  }

  /** The same if what was to be sent is gone. */
  Found findAnew(Found gone, VersionCache memory) {
    Representations all = gone.all();
    if (all != null) {
      memory.remember(all.seen().doubted(freshness.longAgo(freshness.now())));
    }
    Reply reply = gone.reply();
    return look(new Reply.Request(reply.url, reply.contextPath), null, memory);
  }

  /** Whether a URL has the form of one that is answered, by its text and what manifests name. */
  boolean mayBeSent(String url, String contextPath) {
    return locate(url, contextPath)
        .filter(
            at ->
                settings.answerPlainUrls()
                    || carried(at).isPresent()
                    || mayBePublished(at, url, contextPath))
        .isPresent();
  }

  /** A link leads to a page, unless a build has made a file with that name, in any spelling. */
  private boolean mayBePublished(MountedUrl at, String url, String contextPath) {
    return !answers.build(at.mount()).isEmpty()
        && (!at.isLink()
            || answers.entries().hasPublished(url, answers.look(contextPath))
            || answers.build(at.mount()).hasWritten(at, freshness.now()));
  }

  /** What a server's own answer may allow, by the URL's text alone. */
  Storing storing(MountedUrl at) {
    if (at.isLink()) { // First, since pages ask this at each request.
      return Storing.AS_IT_SAYS;
    }
    Optional<SitePath> path = path(at, at.url()).filter(it -> it.exclusion().isEmpty());
    return path.isPresent() ? Storing.NOT_IF_ABSENT : Storing.AS_IT_SAYS;
  }

  Optional<MountedUrl> locate(String url, String contextPath) {
    boolean plain = UrlParts.isRooted(url) && !url.contains("#");
    return plain ? settings.mounts().locate(url, answers.address(contextPath)) : Optional.empty();
  }

  private Found look(Reply.Request of, @Nullable Reply known, VersionCache memory) {
    MountedUrl at = locate(of.url(), of.contextPath()).orElse(null);
    if (at == null) {
      return leftToServer(of, Storing.AS_IT_SAYS, new Reply.Age(0, false));
    }
    Optional<AssetUrl> carried = carried(at);
    boolean plain = carried.isEmpty() && answers.build(at.mount()).isEmpty();
    if (plain && !settings.answerPlainUrls()) {
      return leftToServer(of, storing(at), new Reply.Age(0, false));
    }
    Found found =
        carried.isEmpty() && isPage(at, of)
            ? leftToServer(of, storing(at), new Reply.Age(freshness.now(), true))
            : look(of, at, carried, memory);
    // A failed look does not replace what is known; a young file is not a failure.
    if (known != null && known.isSent() && !found.reply().isSent() && found.reply().failed) {
      Representations all = memory.representations(known.key);
      if (all != null) {
        found = new Found(known.checkedAgain(freshness.now()), all);
      }
    }
    memory.remember(found.reply());
    return found;
  }

  /** Whether it is for a page that no build has published, so that a look would tell no more. */
  private boolean isPage(MountedUrl at, Reply.Request of) {
    return !settings.answerPlainUrls()
        && at.isLink()
        && !mayBePublished(at, of.url(), of.contextPath());
  }

  private Optional<AssetUrl> carried(MountedUrl at) {
    return answers.placing().carried(at);
  }

  private Found look(
      Reply.Request of, MountedUrl at, Optional<AssetUrl> carried, VersionCache memory) {
    Resolution resolution = null;
    Optional<SitePath> asset = path(at, carried.map(AssetUrl::url).orElse(at.url()));
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Look look = lookAt(asset, answers.look(memory, of.contextPath()));
      resolution = answers.resolve(at, look);
      Found found =
          resolution instanceof Published published
              ? published(of, published, carried, look)
              : resolution instanceof Resolution.Versioned versioned
                  ? found(of, versioned, carried, look)
                  : absent(of, at, carried, resolution);
      if (found != null) {
        return found;
      }
    }
    // It keeps changing, or differs from what a build wrote: the server sends what is there, and
    // nobody may keep that.
    Reply.Age age = Reply.Age.failed(freshness.longAgo(freshness.now()));
    if (resolution instanceof Published) {
      return leftToServer(of, Storing.NEVER, age);
    }
    return resolution instanceof Resolution.Versioned versioned && versioned.finding().isInName()
        ? redirected(of, versioned, age)
        : leftToServer(of, carried.isEmpty() ? storing(at) : Storing.NEVER, age);
  }

  /** In this look, the bytes that give the version are those that are sent. */
  private Look lookAt(Optional<SitePath> asset, Look look) {
    return asset.isEmpty()
        ? look
        : look.findingOnce(
            asset.get(),
            (path, facts) -> path.find(facts).map(it -> preparation.readOnce(path, it)));
  }

  /** What is done with an asset; null if its bytes are not those that were seen. */
  private @Nullable Found found(
      Reply.Request of, Resolution.Versioned versioned, Optional<AssetUrl> carried, Look look) {
    Cover cover = versioned.cover();
    Reply.Age age = new Reply.Age(versioned.checkedAt(), cover.isSettled(), cover.failed());
    // A literal file wins over a version in its name, and ?v=4.7.0 is not one of ours.
    boolean ours =
        carried.isPresent()
            && versioned.finding().carried().isPresent()
            && carried.get().version().hasFormOf(versioned.version());
    if (ours && versioned.isCurrent()) {
      return sent(of, Wanted.versioned(versioned), Reply.Kind.SENT, look);
    }
    if (ours && versioned.isStaleName()) {
      return redirected(of, versioned, age);
    }
    if (settings.answerPlainUrls()) {
      Reply.Kind kind = ours ? Reply.Kind.SENT_ONCE : Reply.Kind.SENT;
      return sent(of, Wanted.plain(versioned), kind, look);
    }
    return leftToServer(of, ours ? Storing.NEVER : storing(versioned.at()), age);
  }

  /** What is done with a file of a build; null if its bytes are not those that were seen. */
  private @Nullable Found published(
      Reply.Request of, Published published, Optional<AssetUrl> carried, Look look) {
    boolean settled = published.at().mount().devServer() == null;
    Reply.Age age = new Reply.Age(published.checkedAt(), settled);
    boolean sends = published.immutable() || published.itself() && settings.answerPlainUrls();
    if (!sends || !published.at().mount().hasFiles()) {
      Optional<Resolution.Versioned> plain =
          settings.answerPlainUrls() ? published.unpublished(look) : Optional.empty();
      boolean old = carried.isPresent() && !published.itself();
      return plain.isPresent()
          ? sent(of, Wanted.plain(plain.get()), old ? Reply.Kind.SENT_ONCE : Reply.Kind.SENT, look)
          : leftToServer(of, old ? Storing.NEVER : storing(published.at()), age);
    }
    Optional<Resolution.Versioned> file = published.asset(look, answers.warnings());
    if (file.isEmpty()) {
      return leftToServer(of, Storing.NEVER, Reply.Age.failed(look.now()));
    }
    return sent(of, Wanted.published(published, file.get()), Reply.Kind.SENT, look);
  }

  private @Nullable Found sent(Reply.Request of, Wanted wanted, Reply.Kind kind, Look look) {
    Representations all = preparation.of(wanted, look).orElse(null);
    Resolution.Versioned versioned = wanted.versioned();
    if (all == null) { // Looked at again, and kept if that fails.
      look.memory().remember(versioned.seen().doubted(freshness.longAgo(look.now())));
      return null;
    }
    Reply.Age age = new Reply.Age(versioned.checkedAt(), versioned.cover().isSettled());
    return new Found(Reply.sent(of, kind, age, all.key()), all);
  }

  private Found absent(
      Reply.Request of, MountedUrl at, Optional<AssetUrl> carried, Resolution resolution) {
    boolean failed = resolution instanceof Resolution.Unversioned;
    Reply.Age age = new Reply.Age(resolution.checkedAt(), !failed, failed);
    if (carried.isEmpty() || Uuid.endsWith(carried.get().version(), at.url())) {
      boolean gone = answers.build(at.mount()).hasWritten(at, freshness.now());
      return leftToServer(of, gone ? Storing.NEVER : storing(at), age);
    }
    boolean vanished =
        !(resolution instanceof Resolution.Ignored) && path(at, carried.get().url()).isPresent();
    return leftToServer(of, vanished ? Storing.NEVER : Storing.AS_IT_SAYS, age);
  }

  private static Optional<SitePath> path(MountedUrl at, String url) {
    return at.path(url).or(() -> at.pathWithoutParameters(url));
  }

  private static Found leftToServer(Reply.Request of, Storing storing, Reply.Age age) {
    return new Found(Reply.leftToServer(of, storing, age), null);
  }

  private Found redirected(Reply.Request of, Resolution.Versioned versioned, Reply.Age age) {
    boolean anyOrigin = !settings.address().host().isEmpty();
    AssetResponse redirect = Redirect.of(of.url(), versioned.finding().plainUrl(), anyOrigin);
    return new Found(Reply.redirected(of, age, redirect), null);
  }
}
