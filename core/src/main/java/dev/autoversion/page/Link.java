package dev.autoversion.page;

import java.util.Optional;

/**
 * A file that a page loads.
 *
 * @param url its URL as the browser will ask for it, not HTML-escaped
 * @param integrity the value of the HTML attribute {@code integrity}, where it is known
 */
public record Link(String url, Optional<String> integrity) {}
