/**
 * For tests of templates: finds references that have nothing behind them, without rendering. {@link
 * dev.autoversion.check.TemplateCheck} is the way in.
 */
@NullMarked
package dev.autoversion.check;

import org.jspecify.annotations.NullMarked;
