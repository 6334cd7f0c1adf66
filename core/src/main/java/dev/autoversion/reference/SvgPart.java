package dev.autoversion.reference;

import java.util.List;
import java.util.function.UnaryOperator;

/** A part of an SVG image's text that is a reference, or a style with references in it. */
sealed interface SvgPart {
  /** The references, without their lines. */
  List<Reference> references();

  List<Splice> splices(byte[] bytes, UnaryOperator<String> replacement);

  /** The value of an attribute, which is a reference. */
  record Attribute(Span raw, String value) implements SvgPart {
    @Override
    public List<Reference> references() {
      return List.of(new Reference(raw.start(), raw.end(), 0, value));
    }

    @Override
    public List<Splice> splices(byte[] bytes, UnaryOperator<String> replacement) {
      String replaced = replacement.apply(value);
      return replaced.equals(value)
          ? List.of()
          : new EscapedText(bytes, raw, XmlText::escape).replaced(replaced).stream().toList();
    }
  }

  /** A style sheet, or the value of a style. */
  record Style(StyleText text, Stylesheet stylesheet) implements SvgPart {
    @Override
    public List<Reference> references() {
      return stylesheet.references().stream()
          .map(each -> placed(each, text.place(each.start(), each.end())))
          .toList();
    }

    @Override
    public List<Splice> splices(byte[] bytes, UnaryOperator<String> replacement) {
      return stylesheet.splices(replacement).stream()
          .flatMap(each -> text.placed(each).stream())
          .toList();
    }

    private static Reference placed(Reference found, Span place) {
      return new Reference(place.start(), place.end(), 0, found.value());
    }
  }
}
