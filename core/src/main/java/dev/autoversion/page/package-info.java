/**
 * The HTML for a page's assets: the tags of an entry, import maps, preloads, the URLs of a {@code
 * srcset}, and the page's {@code Link} header. {@link dev.autoversion.page.Page} is the way in;
 * {@link dev.autoversion.page.TagWord} and {@link dev.autoversion.page.TextWord} are the words that
 * every template engine offers for it.
 *
 * <p>Uses only {@code dev.autoversion}'s public types: you could write your own in its place. All
 * our HTML is made here, and escaped here, once.
 */
@NullMarked
package dev.autoversion.page;

import org.jspecify.annotations.NullMarked;
