package dev.autoversion.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An SVG image's bytes and the references in them: {@code href} and {@code xlink:href} of all
 * elements but links, {@code url(…)} in styles and in the attributes that take it, {@code @import},
 * and the stylesheets that processing instructions name. Only the five entities of XML are
 * resolved; a value with another entity is left alone, and so is one that is not UTF-8.
 */
public final class SvgImage implements Referrer {
  private final byte[] bytes;
  private final List<SvgPart> parts;

  private SvgImage(byte[] bytes, List<SvgPart> parts) {
    this.bytes = bytes;
    this.parts = parts;
  }

  /** Scans the bytes and keeps the array, which must not change any more. */
  public static SvgImage of(byte[] bytes) {
    return new SvgImage(bytes, new SvgScan(bytes).parts());
  }

  @Override
  public List<Reference> references() {
    LineCount lines = new LineCount(bytes);
    List<Reference> references = new ArrayList<>();
    for (SvgPart part : parts) {
      part.references().stream()
          .filter(each -> !isMalformed(each.value()))
          .map(
              each -> new Reference(each.start(), each.end(), lines.at(each.start()), each.value()))
          .forEach(references::add);
    }
    return references;
  }

  /** Whether the bytes were not UTF-8: the file, and the names in it, are in another encoding. */
  private static boolean isMalformed(String value) {
    return value.indexOf('\ufffd') >= 0;
  }

  @Override
  public byte[] rewrite(UnaryOperator<String> replacement) {
    List<Splice> splices = new ArrayList<>();
    for (SvgPart part : parts) {
      splices.addAll(part.splices(bytes, replacement));
    }
    return Splices.apply(bytes, splices);
  }
}
