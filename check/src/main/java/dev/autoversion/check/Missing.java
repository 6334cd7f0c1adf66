package dev.autoversion.check;

/**
 * A reference with nothing behind it.
 *
 * @param place the template and the line, {@code templates/page.html:12}; "" of a reference that
 *     stands in none
 * @param reference the text as it stands there
 * @param reason why nothing is behind it, and a near name where there is one
 */
public record Missing(String place, String reference, String reason) {
  /** Place and reason. */
  @Override
  public String toString() {
    return place.isEmpty() ? reason : place + ": " + reason;
  }
}
