package dev.autoversion.check;

/**
 * A reference with nothing behind it.
 *
 * @param place the template and the line, {@code templates/page.html:12}; "" if the reference is
 *     not from a template
 * @param reference the text as written
 * @param reason why nothing is behind it, and a similar name if there is one
 */
public record Missing(String place, String reference, String reason) {
  /** Place and reason. */
  @Override
  public String toString() {
    return place.isEmpty() ? reason : place + ": " + reason;
  }
}
