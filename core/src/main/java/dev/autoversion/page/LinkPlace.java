package dev.autoversion.page;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The place in a template, {@code cart.html:12}, of a link that something else encodes, such as a
 * servlet's response. An engine's adapter puts a {@link Supplier} of it into the request's
 * attributes, where a server's adapter finds it for a warning.
 */
public final class LinkPlace {
  /** The name of the attribute. */
  public static final String ATTRIBUTE = "dev.autoversion.place";

  private LinkPlace() {}

  /**
   * The place that an attribute's value gives.
   *
   * @param attribute the value, or null if there is none
   * @return {@code cart.html:12}, or ""
   */
  public static String of(@Nullable Object attribute) {
    return attribute instanceof Supplier<?> place && place.get() instanceof String text ? text : "";
  }
}
