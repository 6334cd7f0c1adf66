package dev.autoversion.spring;

import dev.autoversion.Asset;
import dev.autoversion.AssetSource;
import dev.autoversion.LogicalPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Where a handler serves resources, cut before its first wildcard: {@code /docs/*.pdf} is mounted
 * at {@code /docs/}, with only the files there that end in {@code .pdf}.
 *
 * @param prefix {@code /docs/}
 * @param rest {@code *.pdf}
 */
record UrlPattern(String prefix, String rest) {
  private static final String WILDCARDS = "*?{";

  /**
   * Empty if the pattern has no wildcard: Spring then looks for its resource under an empty name.
   */
  static Optional<UrlPattern> of(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if (WILDCARDS.indexOf(pattern.charAt(i)) >= 0) {
        int cut = pattern.lastIndexOf('/', i) + 1;
        String prefix = pattern.substring(0, cut);
        return Optional.of(
            new UrlPattern(prefix.startsWith("/") ? prefix : "/" + prefix, pattern.substring(cut)));
      }
    }
    return Optional.empty();
  }

  /** The assets of a source that the pattern matches. */
  AssetSource sift(AssetSource source) {
    return rest.equals("**") ? source : Sieve.of(source, "/" + rest);
  }

  /**
   * The assets that a pattern matches. An application without a web server has no such pattern, and
   * perhaps none of the classes that read it, so only this one names them.
   *
   * @param matcher takes a percent-encoded path
   */
  private record Sieve(AssetSource source, String pattern, Predicate<String> matcher)
      implements AssetSource {
    static Sieve of(AssetSource source, String pattern) {
      return new Sieve(source, pattern, matcher(pattern));
    }

    /** As Spring reads it: with {@code **} in the middle, by Spring's older matcher. */
    private static Predicate<String> matcher(String pattern) {
      try {
        PathPattern parsed = PathPatternParser.defaultInstance.parse(pattern);
        return url -> parsed.matches(PathContainer.parsePath(url));
      } catch (PatternParseException e) {
        AntPathMatcher matcher = new AntPathMatcher();
        return url -> matcher.match(pattern, UriUtils.decode(url, StandardCharsets.UTF_8));
      }
    }

    @Override
    public Optional<Asset> find(LogicalPath path) throws IOException {
      return find(path, new HashSet<>());
    }

    @Override
    public Optional<Asset> find(LogicalPath path, Set<Object> facts) throws IOException {
      return matches(path) ? source.find(path, facts) : Optional.empty();
    }

    @Override
    public Stream<LogicalPath> paths() throws IOException {
      return source.paths().filter(this::matches);
    }

    @Override
    public Stream<Asset> assets() throws IOException {
      return source.assets().filter(asset -> matches(asset.path()));
    }

    /** A file that is nowhere is not left out, and may well be meant for another handler. */
    @Override
    public Optional<String> whyAbsent(LogicalPath path) throws IOException {
      if (matches(path)) {
        return source.whyAbsent(path);
      }
      return source.find(path).map(asset -> "the handler's pattern " + pattern + " leaves it out");
    }

    private boolean matches(LogicalPath path) {
      return matcher.test("/" + UriUtils.encodePath(path.value(), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return pattern + " of " + source;
    }
  }
}
