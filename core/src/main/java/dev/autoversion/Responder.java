package dev.autoversion;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers requests for versioned URLs, and tells what the answers to others may allow. */
final class Responder {
  private static final String NO_STORE = "no-store";

  private final Settings settings;
  private final Answers answers;
  private final Preparation preparation;
  private final Compression compression;
  private final Uncoded uncoded;
  private final Replies replies;
  private final ResponseCounters counters = new ResponseCounters();

  Responder(Settings settings, Answers answers) {
    this.settings = settings;
    this.answers = answers;
    this.preparation = new Preparation(settings, answers);
    this.compression = new Compression(settings, answers.warnings());
    this.uncoded = new Uncoded(settings.strategy());
    this.replies = new Replies(settings, answers, preparation);
  }

  Optional<AssetResponse> respond(AssetRequest request) {
    if (!reads(request)) {
      return Optional.empty();
    }
    VersionCache memory = answers.memory();
    Replies.Found found = replies.find(url(request), request.contextPath(), memory);
    if (found.sent() != null && !isHead(request) && !isThere(found.sent(), request, memory)) {
      found = replies.findAnew(found, memory);
    }
    if (found.sent() == null) {
      return Optional.ofNullable(found.reply().redirect())
          .map(redirect -> counters.count(Coding.IDENTITY, redirect));
    }
    AssetResponse response = response(request, found.sent(), memory);
    boolean once = found.reply().kind() == Reply.Kind.SENT_ONCE;
    return Optional.of(once ? unkept(response) : response);
  }

  boolean mayRespond(AssetRequest request) {
    return reads(request) && replies.mayBeSent(url(request), request.contextPath());
  }

  ResponseStats stats() {
    return counters.stats(answers.memory().bytesHeld());
  }

  Storing storing(AssetRequest request) {
    String url = url(request);
    if (reads(request)) {
      return replies.find(url, request.contextPath(), answers.memory()).reply().storing();
    }
    return replies
        .locate(url, request.contextPath())
        .map(replies::storing)
        .orElse(Storing.AS_IT_SAYS);
  }

  Optional<String> integrity(String reference, String contextPath) {
    return integrity(reference, contextPath, it -> !isOfAnotherVersion(it));
  }

  /** The integrity of a URL in a page: empty unless a reference to its asset becomes it now. */
  Optional<String> integrityAt(String url, String contextPath) {
    Predicate<Resolution> isTheSame =
        it -> answers.placing().url(it).filter(url::equals).isPresent();
    return integrity(url, contextPath, isTheSame);
  }

  private Optional<String> integrity(
      String reference, String contextPath, Predicate<Resolution> counts) {
    Look look = answers.look(contextPath);
    Optional<String> known =
        settings
            .mounts()
            .locate(reference, look.address())
            .map(at -> answers.resolve(at, look))
            .filter(counts)
            .flatMap(resolution -> integrity(resolution, look));
    return known.or(
        () -> answers.entries().byUrl(reference, look).flatMap(match -> integrity(match, look)));
  }

  /** Caches may have other bytes under such a URL. */
  private static boolean isOfAnotherVersion(Resolution resolution) {
    if (!(resolution instanceof Resolution.Versioned asset) || asset.isCurrent()) {
      return false;
    }
    return asset.finding().carried().filter(it -> it.hasFormOf(asset.version())).isPresent();
  }

  private Optional<String> integrity(Resolution resolution, Look look) {
    if (resolution instanceof Published published) {
      return published.integrity().isEmpty()
          ? published
              .asset(look)
              .flatMap(file -> integrity(Wanted.published(published, file), look))
          : Optional.of(published.integrity());
    }
    return resolution instanceof Resolution.Versioned versioned
        ? integrity(Wanted.versioned(versioned), look)
        : Optional.empty();
  }

  private Optional<String> integrity(Wanted wanted, Look look) {
    return preparation.of(wanted, look).flatMap(uncoded::integrity);
  }

  WarmUp count() {
    return new Inventory(settings, answers).count();
  }

  /** Also prepares answers, as many as can be held, with the smallest codings. */
  WarmUp warmUp() {
    return new Warming(settings, answers, new Preparing()).run();
  }

  /** Prepares the answers for each asset before anybody asks. */
  private final class Preparing implements Warming.Preparing {
    private final AtomicLong room = new AtomicLong(settings.maximumBytes());

    @Override
    public Asset readOnce(SitePath path, Asset asset) {
      return room.get() > 0 ? preparation.readOnce(path, asset) : asset;
    }

    @Override
    public void prepare(Resolution resolution, Resolution.Versioned asset, Look look) {
      if (room.get() <= 0) {
        return;
      }
      Published file = resolution instanceof Published published ? published : null;
      Wanted wanted = file == null ? Wanted.versioned(asset) : Wanted.published(file, asset);
      String url = file == null ? asset.url(settings.placement()) : file.at().reference();
      Representations all = preparation.of(wanted, look).orElse(null);
      if (all != null) {
        compression.pack(all, look.memory());
        room.addAndGet(-all.weight());
        replies.find(url, look.address().contextPath(), look.memory());
      }
    }
  }

  private static boolean reads(AssetRequest request) {
    return request.method().equals("GET") || isHead(request);
  }

  private static boolean isHead(AssetRequest request) {
    return request.method().equals("HEAD");
  }

  private static String url(AssetRequest request) {
    Optional<String> query = request.query();
    return query.isEmpty() ? request.path() : request.path() + "?" + query.get();
  }

  /**
   * Whether what is sent is still available; what is in memory is. If files can't change, this is
   * not asked: a file that did change fails while it is sent.
   */
  private boolean isThere(Representations all, AssetRequest request, VersionCache memory) {
    if (settings.freshness().never() || all.identity().bytes().held() > 0) {
      return true;
    }
    try {
      ByteRange range = ByteRange.of(request.headers("Range"));
      return selected(all, range, request, memory).bytes().isThere();
    } catch (IOException | RuntimeException e) { // The latter from a user's own asset.
      return false;
    }
  }

  private Representation selected(
      Representations all, @Nullable ByteRange range, AssetRequest request, VersionCache memory) {
    return range == null ? compression.select(all, request, memory) : all.identity();
  }

  private AssetResponse response(AssetRequest request, Representations all, VersionCache memory) {
    ByteRange range = isHead(request) ? null : ByteRange.of(request.headers("Range"));
    Representation selected = selected(all, range, request, memory);
    return counters.count(selected.coding(), response(request, selected, range));
  }

  private static AssetResponse response(
      AssetRequest request, Representation selected, @Nullable ByteRange range) {
    Conditions.Outcome outcome = Conditions.of(request, selected);
    if (outcome == Conditions.Outcome.FAILED) {
      return refused(412, "", selected);
    }
    if (outcome == Conditions.Outcome.UNMODIFIED) {
      return new AssetResponse(304, selected.notModifiedHeaders(), HeldBytes.NOTHING);
    }
    return range == null
            || range.isEndOfNothing(selected.length())
            || !selected.bytes().hasParts()
            || !Conditions.allowPart(request, selected)
        ? whole(selected, isHead(request))
        : part(selected, range);
  }

  private static AssetResponse whole(Representation selected, boolean head) {
    AssetResponse.Body body =
        head ? HeldBytes.NOTHING : selected.bytes().body(0, selected.length());
    return new AssetResponse(200, selected.headers(), body);
  }

  private static AssetResponse part(Representation selected, ByteRange range) {
    long length = selected.length();
    if (!range.isIn(length)) {
      return refused(416, "bytes */" + length, selected);
    }
    long start = range.start(length);
    long count = range.count(length);
    return new AssetResponse(
        206, selected.partHeaders(start, count), selected.bytes().body(start, count));
  }

  private static AssetResponse refused(int status, String contentRange, Representation selected) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Cache-Control", NO_STORE);
    if (!contentRange.isEmpty()) {
      headers.put("Content-Range", contentRange);
    }
    headers.put("Content-Length", "0");
    if (selected.traits().anyOrigin()) { // Otherwise a script sees only a failure, not the status.
      headers.put("Access-Control-Allow-Origin", "*");
    }
    return new AssetResponse(status, Collections.unmodifiableMap(headers), HeldBytes.NOTHING);
  }

  private static AssetResponse unkept(AssetResponse response) {
    Map<String, String> headers = new LinkedHashMap<>(response.headers());
    headers.put("Cache-Control", NO_STORE);
    return new AssetResponse(
        response.status(), Collections.unmodifiableMap(headers), response.body());
  }
}
