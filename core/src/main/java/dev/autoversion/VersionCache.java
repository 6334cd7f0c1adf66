package dev.autoversion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered: the answer to each reference, the last sighting of each asset, what covers
 * each referrer, and who is looking now. All bounded; the only use of Caffeine. Caffeine's expiry
 * is not used, since it reads the clock on every hit (2.9 times the cost of a plain one); an answer
 * knows its own age. Nothing is loaded inside the cache, since a load may need others.
 *
 * <p>Forgetting replaces it as a whole, so a load under way leaves its result in the old one.
 */
final class VersionCache {
  // Longer ones are still answered; remembering them would make the bound meaningless.
  private static final int LONGEST_REFERENCE = 2048;
  private static final int LONGEST_CONTEXT_PATH = 256;
  // One for each kind of page; each may name all modules of a site.
  private static final int MOST_MAPS = 100;

  private final RecentAnswers recent;
  private final Cache<String, Answer> versioned;
  private final Cache<String, Answer> unchanged;
  private final Cache<String, Sighting.Seen> assets;
  private final Cache<String, Cover> covers;
  private final Cache<String, Imports> imports;
  private final Cache<List<String>, ModuleMap> modules;
  private final Cache<String, Reply> sentReplies;
  private final Cache<String, Reply> otherReplies;
  private final Cache<String, Representations> representations;
  final Facts facts;

  /** The looks at assets under way. */
  final SingleFlight<Sighting> flights;

  /** The preparations of representations under way. */
  final SingleFlight<Optional<Representations>> preparations;

  VersionCache(long maximumSize, long maximumBytes, Freshness freshness) {
    recent = new RecentAnswers(maximumSize);
    flights = new SingleFlight<>(freshness.ticker());
    versioned = answers(maximumSize);
    unchanged = answers(maximumSize);
    assets = bounded(maximumSize).build();
    covers = bounded(maximumSize).build();
    imports = bounded(maximumSize).build();
    modules = bounded(Math.min(maximumSize, MOST_MAPS)).build();
    sentReplies = bounded(maximumSize).build();
    otherReplies = bounded(maximumSize).build();
    representations =
        Caffeine.newBuilder()
            .maximumWeight(maximumBytes)
            .weigher((String key, Representations all) -> all.weight())
            .executor(Runnable::run)
            .build();
    facts = new Facts(freshness);
    preparations = flights.sibling();
  }

  /** The answer to a reference that was asked for repeatedly, if it has kept its slot. */
  @Nullable Answer recent(String reference, String contextPath) {
    return recent.get(reference, contextPath);
  }

  /** The answer to a reference, if it is remembered. */
  @Nullable Answer find(String reference, String contextPath) {
    String key = Answer.key(reference, contextPath);
    Answer found = versioned.getIfPresent(key);
    Answer answer = found == null ? unchanged.getIfPresent(key) : found;
    if (answer == null || !answer.isTo(reference, contextPath)) {
      return null;
    }
    recent.put(answer);
    return answer;
  }

  void remember(Answer answer) {
    if (answer.kind == Answer.Kind.USED_ONCE || answer.reference.length() > LONGEST_REFERENCE) {
      return;
    }
    boolean isVersioned = answer.kind == Answer.Kind.VERSIONED;
    String key = Answer.key(answer.reference, answer.contextPath);
    (isVersioned ? versioned : unchanged).put(key, answer);
    (isVersioned ? unchanged : versioned).invalidate(key);
    recent.renew(answer);
  }

  /** What a module imports, by the key of its place. */
  @Nullable Imports imports(String key) {
    return imports.getIfPresent(key);
  }

  void remember(Imports found) {
    imports.put(found.seen().path().key(), found);
  }

  /** Everything that a set of entries imports, by the context path and the entries. */
  @Nullable ModuleMap modules(List<String> key) {
    return modules.getIfPresent(key);
  }

  void remember(List<String> key, ModuleMap found) {
    if (key.get(0).length() <= LONGEST_CONTEXT_PATH) {
      modules.put(key, found);
    }
  }

  Sighting.@Nullable Seen asset(String key) {
    return assets.getIfPresent(key);
  }

  void remember(Sighting.Seen seen) {
    assets.put(seen.path().key(), seen);
  }

  void forgetAsset(String key) {
    assets.invalidate(key);
  }

  /** What covers a referrer, whose references may begin with the context path. */
  Optional<Cover> cover(String contextPath, String key) {
    return Optional.ofNullable(covers.getIfPresent(Answer.key(key, contextPath)));
  }

  void remember(String contextPath, Cover cover) {
    if (contextPath.length() <= LONGEST_CONTEXT_PATH) {
      covers.put(Answer.key(cover.own().path().key(), contextPath), cover);
    }
  }

  /** What a request's URL stands for, if it is remembered. */
  @Nullable Reply reply(String url, String contextPath) {
    Reply sent = sentReplies.getIfPresent(url);
    Reply reply = sent == null ? otherReplies.getIfPresent(url) : sent;
    // Another context path means another URL, unless a proxy and a server disagree.
    return reply == null || !reply.request().contextPath().equals(contextPath) ? null : reply;
  }

  void remember(Reply reply) {
    String url = reply.request().url();
    if (url.length() <= LONGEST_REFERENCE) {
      (reply.isSent() ? sentReplies : otherReplies).put(url, reply);
      (reply.isSent() ? otherReplies : sentReplies).invalidate(url);
    }
  }

  @Nullable Representations representations(String key) {
    return representations.getIfPresent(key);
  }

  void remember(Representations all) {
    representations.put(all.key(), all);
  }

  /** The number of references remembered. */
  long size() {
    versioned.cleanUp();
    unchanged.cleanUp();
    return versioned.estimatedSize() + unchanged.estimatedSize();
  }

  /** The approximate number of bytes held for answers. */
  long bytesHeld() {
    representations.cleanUp();
    return representations.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  /** A dropped answer also loses its slot, or the slots would hold several times the bound. */
  private Cache<String, Answer> answers(long maximumSize) {
    return bounded(maximumSize)
        .evictionListener(
            (@Nullable String key, @Nullable Answer answer, RemovalCause cause) -> {
              if (answer != null) {
                recent.drop(answer);
              }
            })
        .build();
  }

  /** Runs its maintenance on the calling thread: no thread of ours may outlive a redeploy. */
  private static Caffeine<Object, Object> bounded(long maximumSize) {
    return Caffeine.newBuilder().maximumSize(maximumSize).executor(Runnable::run);
  }
}
