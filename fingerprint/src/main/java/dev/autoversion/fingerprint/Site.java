package dev.autoversion.fingerprint;

import dev.autoversion.AssetRequest;
import dev.autoversion.AssetResponse;
import dev.autoversion.AssetSource;
import dev.autoversion.AssetUrl;
import dev.autoversion.Autoversion;
import dev.autoversion.Explanation;
import dev.autoversion.LogicalPath;
import dev.autoversion.Placement;
import dev.autoversion.Version;
import dev.autoversion.VersionStrategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folder as the running library sees it: the names of its assets, and what is sent. */
final class Site {
  private static final String UNRESERVED = "-._~/!$&'()*+,=:@";
  private static final long HELD = 1 << 22;
  private static final Placement NAMES = Placement.fileName();
  private static final VersionStrategy HASH = VersionStrategy.contentHash();

  private final Autoversion autoversion;
  private final String prefix;

  private Site(Autoversion autoversion, String prefix) {
    this.autoversion = autoversion;
    this.prefix = prefix.endsWith("/") ? prefix : prefix + "/";
  }

  /** A site whose files don't change while it is used; the versions of those copied are known. */
  static Site of(
      String prefix, AssetSource files, List<String> excluded, Map<LogicalPath, Version> copied) {
    Autoversion.Builder builder =
        builder(prefix, files, excluded)
            .version(new KnownVersions(copied))
            .maximumSize(10_000 + 2L * copied.size())
            .maximumBytes(HELD);
    return new Site(builder.build(), prefix);
  }

  /** A site that only tells which assets are excluded; it reads none. */
  static Site probe(String prefix, List<String> excluded) {
    Autoversion.Builder builder =
        builder(prefix, path -> Optional.of(new NothingButName(path)), excluded)
            .version(VersionStrategy.fixed("0"));
    return new Site(builder.build(), prefix);
  }

  private static Autoversion.Builder builder(
      String prefix, AssetSource files, List<String> excluded) {
    return Autoversion.builder()
        .source(prefix, files)
        .exclude(excluded.toArray(String[]::new))
        .placement(NAMES)
        .recheckNever();
  }

  /** How a page would write an asset: {@code /static/a%20b.js}. */
  String reference(LogicalPath path) {
    return prefix + encoded(path.value());
  }

  /** The versioned URL, or the reference unchanged. */
  String url(String reference) {
    return autoversion.url(reference);
  }

  /** The asset or copy of a URL. */
  Optional<LogicalPath> path(String url) {
    return url.startsWith(prefix)
        ? LogicalPath.ofUrlPath(url.substring(prefix.length()))
        : Optional.empty();
  }

  /** The asset with a name, which is not a URL: nothing in it is encoded. */
  Optional<LogicalPath> asset(String name) {
    return name.startsWith(prefix)
        ? LogicalPath.of(name.substring(prefix.length()))
        : Optional.empty();
  }

  /** The name of a copy with this version. */
  static LogicalPath copy(LogicalPath path, Version version) {
    String url = NAMES.insert(encoded(path.value()), version);
    return LogicalPath.ofUrlPath(url)
        .orElseThrow(() -> new IllegalStateException("a copy can't be called " + url));
  }

  /** The asset's URL below the prefix, and the version, if this has the name of a copy. */
  static Optional<AssetUrl> original(LogicalPath copy) {
    return copy.value().indexOf('-') < 0
        ? Optional.empty()
        : NAMES.extract(encoded(copy.value())).filter(url -> HASH.couldGive(url.version()));
  }

  Explanation explain(String reference) {
    return autoversion.explain(reference);
  }

  /** The bytes that the URL is answered with; empty if it is no longer the current one. */
  Optional<byte[]> sent(String url) throws IOException {
    Optional<AssetResponse> response = autoversion.respond(new Get(url));
    if (response.isEmpty() || response.get().status() != 200) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    response.get().body().writeTo(bytes);
    return Optional.of(bytes.toByteArray());
  }

  private static String encoded(String path) {
    if (isPlain(path)) {
      return path;
    }
    StringBuilder encoded = new StringBuilder();
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(each)) {
        encoded.append((char) each);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (!isPlain(path.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c > 0 && UNRESERVED.indexOf(c) >= 0;
  }

  /** A request without headers. */
  private record Get(String path) implements AssetRequest {
    @Override
    public String method() {
      return "GET";
    }

    @Override
    public Optional<String> query() {
      return Optional.empty();
    }

    @Override
    public String contextPath() {
      return "";
    }

    @Override
    public List<String> headers(String name) {
      return List.of();
    }
  }
}
