package dev.autoversion;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Redirects to the plain URL by a relative reference, so that no proxy's prefix matters. */
final class Redirect {
  private Redirect() {}

  /**
   * The answer to a request for a URL.
   *
   * @param anyOrigin whether other origins may follow it; a browser checks each step (WHATWG Fetch,
   *     4.3)
   */
  static AssetResponse of(String url, String plainUrl, boolean anyOrigin) {
    UrlParts plain = UrlParts.of(plainUrl);
    String path = UrlPath.relativize(UrlParts.of(url).path(), plain.path());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Location", sendable(path + plain.query()));
    headers.put("Cache-Control", "no-store");
    headers.put("Content-Length", "0");
    if (anyOrigin) {
      headers.put("Access-Control-Allow-Origin", "*");
    }
    return new AssetResponse(302, Collections.unmodifiableMap(headers), HeldBytes.NOTHING);
  }

  /** Percent-encodes what a header must not contain; some servers allow it in a URL. */
  private static String sendable(String location) {
    StringBuilder sendable = new StringBuilder(location.length());
    for (byte octet : location.getBytes(StandardCharsets.UTF_8)) {
      if (octet > ' ' && octet < 0x7f) {
        sendable.append((char) octet);
      } else {
        sendable.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
    return sendable.toString();
  }
}
