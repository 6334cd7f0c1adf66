package dev.autoversion;

import dev.autoversion.reference.ModuleReference;
import java.util.List;

/** What a module imports, as one look at it showed. */
record Imports(Sighting.Seen seen, List<ModuleReference> references) {}
