/** What versioned URLs cost, side by side with others, in ratios that were measured in one run. */
@NullMarked
package dev.autoversion.benchmarks;

import org.jspecify.annotations.NullMarked;
