package dev.autoversion;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An asset's bytes in one content coding, with its headers ready to be sent. */
final class Representation {
  private final Coding coding;
  private final Bytes bytes;
  private final String etag;
  private final Traits traits;
  // Made on first use, without a lock: racing threads make equal ones, and none sees an incomplete
  // map, since an unmodifiable map has its entries in a final field.
  private @Nullable Map<String, String> complete;
  private @Nullable Map<String, String> notModified;

  Representation(Coding coding, Bytes bytes, String etag, Traits traits) {
    this.coding = coding;
    this.bytes = bytes;
    this.etag = etag;
    this.traits = traits;
  }

  /**
   * What all representations of a version have in common.
   *
   * @param modified as in a header, or ""
   * @param varies whether another request may get another coding
   */
  record Traits(
      String type, String modified, String cacheControl, boolean anyOrigin, boolean varies) {}

  Coding coding() {
    return coding;
  }

  Bytes bytes() {
    return bytes;
  }

  /** A strong entity tag, with its quotes. */
  String etag() {
    return etag;
  }

  Traits traits() {
    return traits;
  }

  /** The headers of an answer with all bytes. */
  Map<String, String> headers() {
    Map<String, String> known = complete;
    if (known == null) {
      Map<String, String> headers = described();
      if (coding == Coding.IDENTITY && bytes.hasParts()) {
        headers.put("Accept-Ranges", "bytes");
      }
      headers.put("Content-Length", Long.toString(bytes.length()));
      known = Collections.unmodifiableMap(headers);
      complete = known;
    }
    return known;
  }

  /** The headers of an answer with some of them. */
  Map<String, String> partHeaders(long first, long count) {
    Map<String, String> headers = described();
    headers.put("Content-Range", "bytes " + first + "-" + (first + count - 1) + "/" + length());
    headers.put("Content-Length", Long.toString(count));
    return Collections.unmodifiableMap(headers);
  }

  /** The headers of an answer saying that the browser already has them. */
  Map<String, String> notModifiedHeaders() {
    Map<String, String> known = notModified;
    if (known == null) {
      known = Collections.unmodifiableMap(common());
      notModified = known;
    }
    return known;
  }

  long length() {
    return bytes.length();
  }

  private Map<String, String> described() {
    Map<String, String> headers = common();
    headers.put("Content-Type", traits.type());
    if (coding != Coding.IDENTITY) {
      headers.put("Content-Encoding", coding.token());
    }
    return headers;
  }

  private Map<String, String> common() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Cache-Control", traits.cacheControl());
    headers.put("ETag", etag);
    if (!traits.modified().isEmpty()) {
      headers.put("Last-Modified", traits.modified());
    }
    if (traits.varies()) {
      headers.put("Vary", "Accept-Encoding");
    }
    headers.put("X-Content-Type-Options", "nosniff");
    if (traits.anyOrigin()) {
      headers.put("Access-Control-Allow-Origin", "*");
    }
    return headers;
  }
}
