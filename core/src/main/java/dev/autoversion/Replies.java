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
   * @param sent null if nothing is sent
   */
  record Found(Reply reply, @Nullable Representations sent) {}

  /**
   * A request for a URL under a mount.
   *
   * @param carried the version that the URL carries, if it has the form of ours; else null
   */
  private record Asked(Reply.Request request, MountedUrl at, @Nullable AssetUrl carried) {
    /** The place of the asset that has this URL if the version in it is its own. */
    Optional<SitePath> path() {
      return Replies.path(at, carried == null ? at.url() : carried.url());
    }
  }

  /** What a URL stands for, as of a time no older than the freshness allows. */
  Found find(String url, String requested, VersionCache memory) {
    String contextPath = settings.address().unlessOwn(requested);
    Reply known = memory.reply(url, contextPath);
    if (known != null && known.isFresh(freshness)) {
      Representations all = known.isSent() ? memory.representations(known.key()) : null;
      if (all != null || !known.isSent()) {
        return new Found(known, all);
      }
    }
    return look(new Reply.Request(url, contextPath), known, memory);
  }

  /** Looks at an asset anew, since what was to be sent for its URL is gone. */
  Found findAnew(Found gone, VersionCache memory) {
    Representations sent = gone.sent();
    if (sent != null) {
      memory.remember(sent.seen().doubted(freshness.longAgo(freshness.now())));
    }
    return look(gone.reply().request(), null, memory);
  }

  /** Whether a URL has the form of one that is answered, by its text and what manifests name. */
  boolean mayBeSent(String url, String contextPath) {
    return locate(url, contextPath)
        .filter(
            at ->
                settings.answerPlainUrls()
                    || answers.placing().carried(at).isPresent()
                    || mayBePublished(at, new Reply.Request(url, contextPath)))
        .isPresent();
  }

  /** A link leads to a page, unless a build has made a file with that name, in any spelling. */
  private boolean mayBePublished(MountedUrl at, Reply.Request request) {
    return !answers.build(at.mount()).isEmpty()
        && (!at.isLink()
            || answers.entries().hasPublished(request.url(), answers.look(request.contextPath()))
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

  private Found look(Reply.Request request, @Nullable Reply known, VersionCache memory) {
    MountedUrl at = locate(request.url(), request.contextPath()).orElse(null);
    if (at == null) {
      return leftToServer(request, Storing.AS_IT_SAYS, new Reply.Age(0, false));
    }
    Asked asked = new Asked(request, at, answers.placing().carried(at).orElse(null));
    boolean plain = asked.carried() == null;
    if (plain && answers.build(at.mount()).isEmpty() && !settings.answerPlainUrls()) {
      return leftToServer(request, storing(at), new Reply.Age(0, false));
    }
    Found found =
        plain && isPage(asked)
            ? leftToServer(request, storing(at), new Reply.Age(freshness.now(), true))
            : look(asked, memory);
    // A failed look does not replace what is known; a young file is not a failure.
    if (known != null && known.isSent() && found.reply().age().failed()) {
      Representations all = memory.representations(known.key());
      if (all != null) {
        found = new Found(known.checkedAgain(freshness.now()), all);
      }
    }
    memory.remember(found.reply());
    return found;
  }

  /** Whether it is for a page that no build has published, so that a look would tell no more. */
  private boolean isPage(Asked asked) {
    return !settings.answerPlainUrls()
        && asked.at().isLink()
        && !mayBePublished(asked.at(), asked.request());
  }

  private Found look(Asked asked, VersionCache memory) {
    Reply.Request request = asked.request();
    Resolution resolution = null;
    Optional<SitePath> asset = asked.path();
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Look look = lookAt(asset, answers.look(memory, request.contextPath()));
      resolution = answers.resolve(asked.at(), look);
      Found found =
          resolution instanceof Published published
              ? published(asked, published, look)
              : resolution instanceof Resolution.Versioned versioned
                  ? versioned(asked, versioned, look)
                  : absent(asked, resolution);
      if (found != null) {
        return found;
      }
    }
    // It keeps changing, or differs from what a build wrote: the server sends what is there, and
    // nobody may keep that.
    Reply.Age age = Reply.Age.failed(freshness.longAgo(freshness.now()));
    if (resolution instanceof Published) {
      return leftToServer(request, Storing.NEVER, age);
    }
    return resolution instanceof Resolution.Versioned versioned && versioned.finding().isInName()
        ? redirected(request, versioned, age)
        : leftToServer(request, asked.carried() == null ? storing(asked.at()) : Storing.NEVER, age);
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
  private @Nullable Found versioned(Asked asked, Resolution.Versioned versioned, Look look) {
    Cover cover = versioned.cover();
    Reply.Age age = new Reply.Age(versioned.checkedAt(), cover.isSettled(), cover.failed());
    // A literal file wins over a version in its name, and ?v=4.7.0 is not one of ours.
    boolean ours =
        asked.carried() != null
            && versioned.finding().carried().isPresent()
            && asked.carried().version().hasFormOf(versioned.version());
    if (ours && versioned.isCurrent()) {
      return sent(asked, Wanted.versioned(versioned), Reply.Kind.SENT, look);
    }
    if (ours && versioned.isStaleName()) {
      return redirected(asked.request(), versioned, age);
    }
    if (settings.answerPlainUrls()) {
      Reply.Kind kind = ours ? Reply.Kind.SENT_ONCE : Reply.Kind.SENT;
      return sent(asked, Wanted.plain(versioned), kind, look);
    }
    return leftToServer(asked.request(), ours ? Storing.NEVER : storing(versioned.at()), age);
  }

  /** What is done with a file of a build; null if its bytes are not those that were seen. */
  private @Nullable Found published(Asked asked, Published published, Look look) {
    Reply.Request request = asked.request();
    boolean settled = published.at().mount().devServer() == null;
    Reply.Age age = new Reply.Age(published.checkedAt(), settled);
    boolean sends = published.immutable() || published.itself() && settings.answerPlainUrls();
    if (!sends || !published.at().mount().hasFiles()) {
      Optional<Resolution.Versioned> plain =
          settings.answerPlainUrls() ? published.unpublished(look) : Optional.empty();
      boolean old = asked.carried() != null && !published.itself();
      return plain.isPresent()
          ? sent(
              asked, Wanted.plain(plain.get()), old ? Reply.Kind.SENT_ONCE : Reply.Kind.SENT, look)
          : leftToServer(request, old ? Storing.NEVER : storing(published.at()), age);
    }
    Optional<Resolution.Versioned> file = published.assetToSend(look, answers.warnings());
    if (file.isEmpty()) {
      return leftToServer(request, Storing.NEVER, Reply.Age.failed(look.now()));
    }
    return sent(asked, Wanted.published(published, file.get()), Reply.Kind.SENT, look);
  }

  private @Nullable Found sent(Asked asked, Wanted wanted, Reply.Kind kind, Look look) {
    Representations all = preparation.of(wanted, look).orElse(null);
    Resolution.Versioned versioned = wanted.versioned();
    if (all == null) { // Looked at again, and kept if that fails.
      look.memory().remember(versioned.seen().doubted(freshness.longAgo(look.now())));
      return null;
    }
    Reply.Age age = new Reply.Age(versioned.checkedAt(), versioned.cover().isSettled());
    return new Found(Reply.sent(asked.request(), kind, age, all.key()), all);
  }

  private Found absent(Asked asked, Resolution resolution) {
    MountedUrl at = asked.at();
    AssetUrl carried = asked.carried();
    boolean failed = resolution instanceof Resolution.Unversioned;
    Reply.Age age = new Reply.Age(resolution.checkedAt(), !failed, failed);
    if (carried == null || asked.path().isEmpty() || Uuid.endsWith(carried.version(), at.url())) {
      boolean gone = answers.build(at.mount()).hasWritten(at, freshness.now());
      return leftToServer(asked.request(), gone ? Storing.NEVER : storing(at), age);
    }
    boolean vanished = !(resolution instanceof Resolution.Ignored);
    return leftToServer(asked.request(), vanished ? Storing.NEVER : Storing.AS_IT_SAYS, age);
  }

  private static Optional<SitePath> path(MountedUrl at, String url) {
    return at.path(url).or(() -> at.pathWithoutParameters(url));
  }

  private static Found leftToServer(Reply.Request request, Storing storing, Reply.Age age) {
    return new Found(Reply.leftToServer(request, storing, age), null);
  }

  private Found redirected(Reply.Request request, Resolution.Versioned versioned, Reply.Age age) {
    boolean anyOrigin = !settings.address().host().isEmpty();
    AssetResponse redirect = Redirect.of(request.url(), versioned.finding().plainUrl(), anyOrigin);
    return new Found(Reply.redirected(request, age, redirect), null);
  }
}
