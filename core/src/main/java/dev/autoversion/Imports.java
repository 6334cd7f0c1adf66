package dev.autoversion;

import dev.autoversion.reference.ModuleReference;
import java.util.List;

/** What a module imports, as one look at it showed. */
record Imports(Version version, Stamp stamp, List<ModuleReference> references) {
  /** Whether another look showed the same bytes. */
  boolean isOf(Sighting.Seen seen) {
    return version.equals(seen.version()) && stamp.equals(seen.stamp());
  }
}
