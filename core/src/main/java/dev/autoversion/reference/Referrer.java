package dev.autoversion.reference;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A text that contains references, which can be replaced without changing anything else.
 *
 * <p>Any bytes are accepted, in linear time. All references are listed, as written: relative ones,
 * {@code data:} URLs, mere fragments and empty ones too.
 */
public interface Referrer {
  /** {@return the references in order of appearance} Their ranges don't overlap. */
  List<Reference> references();

  /**
   * The bytes with each reference's value replaced; the same array if no value changes. Only the
   * characters that differ are written.
   *
   * @param replacement maps a value to the new one, or the same
   * @return the bytes
   */
  byte[] rewrite(UnaryOperator<String> replacement);
}
