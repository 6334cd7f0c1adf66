package dev.autoversion.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A stylesheet's bytes and the references in them.
 *
 * <p>The addresses in {@code url(…)}, {@code src("…")}, {@code @import} and {@code image-set(…)},
 * in any spelling that CSS allows. All of them are listed, as written: relative ones, {@code data:}
 * URLs, mere fragments and empty ones too. A source map's comment does not count: no page needs it,
 * and changed bytes would break the {@code integrity} that a library's manual gives.
 *
 * <p>Any bytes are accepted. Malformed bytes are read as U+FFFD, as browsers read them. UTF-16 has
 * no references.
 */
public final class Stylesheet implements Referrer {
  private final EncodedText source;
  private final List<Span> references;

  private Stylesheet(EncodedText source) {
    this.source = source;
    this.references = Grammar.references(source);
  }

  /** Scans the bytes and keeps the array, which must not change any more. */
  public static Stylesheet of(byte[] bytes) {
    return new Stylesheet(EncodedText.of(bytes));
  }

  @Override
  public List<Reference> references() {
    LineCount lines = new LineCount(source.scanned());
    return references.stream().map(reference -> found(reference, lines)).toList();
  }

  /**
   * The bytes with each reference's value replaced; the same array if no value changes.
   *
   * <p>Only the characters that differ are written, in ASCII and escaped if necessary: {@code
   * url("a\20 b.png#x")} becomes {@code url("a\20 b.png?v=1#x")}.
   */
  @Override
  public byte[] rewrite(UnaryOperator<String> replacement) {
    return Splices.apply(source.bytes(), splices(replacement));
  }

  List<Splice> splices(UnaryOperator<String> replacement) {
    List<Splice> splices = new ArrayList<>();
    for (Span reference : references) {
      String value = source.value(reference);
      String replaced = replacement.apply(value);
      if (!replaced.equals(value)) {
        splices.add(Splice.of(source, reference, value, replaced));
      }
    }
    return splices;
  }

  private Reference found(Span reference, LineCount lines) {
    int line = lines.at(reference.start());
    return new Reference(reference.start(), reference.end(), line, source.value(reference));
  }
}
