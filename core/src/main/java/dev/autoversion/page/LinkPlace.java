package dev.autoversion.page;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where in a template a link stands that something else encodes, such as a servlet's response. An
 * adapter to an engine leaves a {@link Supplier} of {@code cart.html:12} in the request's
 * attributes, and an adapter to a server finds it there for a warning.
 */
public final class LinkPlace {
  /** The name of the attribute. */
  public static final String ATTRIBUTE = "dev.autoversion.place";

  private LinkPlace() {}

  /**
   * What an attribute's value tells.
   *
   * @param attribute the value, or null where there is none
   * @return {@code cart.html:12}, or ""
   */
  public static String of(@Nullable Object attribute) {
    return attribute instanceof Supplier<?> place && place.get() instanceof String text ? text : "";
  }
}
