package dev.autoversion.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A web app manifest's bytes and the references in them: the {@code src} of {@code icons}, of
 * {@code screenshots}, and of the icons of {@code shortcuts} and {@code file_handlers}. Its {@code
 * start_url}, {@code scope} and the like name pages. Text that is not JSON (RFC 8259) has no
 * references.
 */
public final class WebManifest implements Referrer {
  private final byte[] bytes;
  private final List<Span> references;

  private WebManifest(byte[] bytes, List<Span> references) {
    this.bytes = bytes;
    this.references = references;
  }

  /** Scans the bytes and keeps the array, which must not change any more. */
  public static WebManifest of(byte[] bytes) {
    return new WebManifest(bytes, new JsonScan(bytes).sources());
  }

  @Override
  public List<Reference> references() {
    LineCount lines = new LineCount(bytes);
    return references.stream()
        .map(each -> new Reference(each.start(), each.end(), lines.at(each.start()), value(each)))
        .toList();
  }

  @Override
  public byte[] rewrite(UnaryOperator<String> replacement) {
    List<Splice> splices = new ArrayList<>();
    for (Span each : references) {
      String value = value(each);
      String replaced = replacement.apply(value);
      if (!replaced.equals(value)) {
        new EscapedText(bytes, each, JsonString::escape).replaced(replaced).ifPresent(splices::add);
      }
    }
    return Splices.apply(bytes, splices);
  }

  private String value(Span raw) {
    return JsonString.value(
        new String(bytes, raw.start(), raw.end() - raw.start(), StandardCharsets.UTF_8));
  }
}
