package dev.autoversion.reference;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** A part of an SVG image's text that is a reference, or a style with references in it. */
sealed interface SvgPart {
  List<Reference> references(byte[] bytes);

  List<Splice> splices(byte[] bytes, UnaryOperator<String> replacement);

  /** The value of an attribute, which is a reference. */
  record Attribute(Span raw, String value) implements SvgPart {
    @Override
    public List<Reference> references(byte[] bytes) {
      return List.of(new Reference(raw.start(), raw.end(), 0, value));
    }

    @Override
    public List<Splice> splices(byte[] bytes, UnaryOperator<String> replacement) {
      String replaced = replacement.apply(value);
      return replaced.equals(value)
          ? List.of()
          : new EscapedText(bytes, raw, value, XmlText::escape)
              .replaced(replaced).stream().toList();
    }
  }

  /** A style sheet, or the value of a style. */
  record Style(Span raw) implements SvgPart {
    @Override
    public List<Reference> references(byte[] bytes) {
      return stylesheet(bytes).references().stream()
          .map(
              each ->
                  new Reference(
                      raw.start() + each.start(), raw.start() + each.end(), 0, each.value()))
          .toList();
    }

    /** A value with a character that XML would read otherwise is left as it is. */
    @Override
    public List<Splice> splices(byte[] bytes, UnaryOperator<String> replacement) {
      return stylesheet(bytes).splices(replacement).stream()
          .filter(splice -> splice.text().chars().noneMatch(c -> "&<>\"'".indexOf(c) >= 0))
          .map(
              splice ->
                  new Splice(raw.start() + splice.from(), raw.start() + splice.to(), splice.text()))
          .toList();
    }

    private Stylesheet stylesheet(byte[] bytes) {
      return Stylesheet.of(Arrays.copyOfRange(bytes, raw.start(), raw.end()));
    }
  }
}
