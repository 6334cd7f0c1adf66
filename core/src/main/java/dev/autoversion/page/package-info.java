/**
 * What a page prints of its assets: the tags of an entry, import maps, preloads, the URLs of a
 * {@code srcset}, and its {@code Link} header. {@link dev.autoversion.page.Page} is the way in;
 * {@link dev.autoversion.page.TagWord} and {@link dev.autoversion.page.TextWord} are the words that
 * every template engine gets of it.
 *
 * <p>Pure over {@code dev.autoversion}'s public types: a page of your own could be written beside
 * this one. All HTML of ours is made here, and escaped here, once.
 */
@NullMarked
package dev.autoversion.page;

import org.jspecify.annotations.NullMarked;
