package dev.autoversion.page;

import dev.autoversion.Autoversion;
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
   * A value of the attribute that is called with the URL that its link got. An engine's adapter
   * uses it to add {@code integrity} for just that URL: asked for a second time, a file that
   * changes meanwhile would give another version than the link has.
   */
  @FunctionalInterface
  public interface Listener {
    /**
     * Called for a link that got a version.
     *
     * @param by who gave it
     * @param url the versioned link: {@code /static/a.css?v=9f3c2ab1d04e}
     */
    void versioned(Autoversion by, String url);
  }

  /**
   * The place that an attribute's value gives.
   *
   * @param attribute the value, or null if there is none
   * @return {@code cart.html:12}, or ""
   */
  public static String of(@Nullable Object attribute) {
    return attribute instanceof Supplier<?> place && place.get() instanceof String text ? text : "";
  }

  /**
   * Tells an attribute's value what its link became, if it is a {@link Listener}.
   *
   * @param attribute the value, or null if there is none
   * @param by who versioned the link
   * @param url the versioned link
   */
  public static void tell(@Nullable Object attribute, Autoversion by, String url) {
    if (attribute instanceof Listener listener) {
      listener.versioned(by, url);
    }
  }
}
