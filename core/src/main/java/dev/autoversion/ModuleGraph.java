package dev.autoversion;

import dev.autoversion.reference.ModuleReference;
import dev.autoversion.reference.Script;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Follows what modules import. Each version of a module is read once; what a set of entries imports
 * is remembered while all of it is fresh.
 */
final class ModuleGraph {
  private final Settings settings;
  private final Answers answers;
  private final Freshness freshness;
  private final VersionStrategy strategy;

  ModuleGraph(Settings settings, Answers answers) {
    this.settings = settings;
    this.answers = answers;
    this.freshness = settings.freshness();
    this.strategy = settings.strategy();
  }

  /**
   * Everything that entries import; entries are references, or names that the builder was given.
   */
  ModuleMap of(List<String> entries, Look look) {
    List<String> key =
        Stream.concat(Stream.of(look.address().contextPath()), entries.stream()).toList();
    ModuleMap known = look.memory().modules(key);
    if (known != null && freshness.isFresh(known.checkedAt(), known.settled(), look.now())) {
      return known;
    }
    ModuleMap found = new ModuleWalk(this, look).from(entries);
    look.memory().remember(key, found);
    return found;
  }

  /** The names in a module that the builder was not given. */
  List<String> unknownNames(Sighting.Seen seen, Look look) {
    String path = seen.path().path().value();
    boolean script = MediaType.ofName(path).isScript();
    List<ModuleReference> references = script ? imports(seen, look) : List.of();
    return references.stream()
        .map(ModuleReference::value)
        .filter(value -> isName(value) && named(value, look).isEmpty())
        .distinct()
        .toList();
  }

  /** Whether a specifier is neither a path nor a URL (HTML, "resolve a module specifier"). */
  static boolean isName(String specifier) {
    boolean path =
        specifier.startsWith("/") || specifier.startsWith("./") || specifier.startsWith("../");
    return !specifier.isEmpty() && !path && !SiteAddress.hasScheme(specifier);
  }

  /** The reference that a name stands for, by itself or by the folder that it begins with. */
  Optional<String> named(String name, Look look) {
    Map<String, String> names = settings.moduleNames();
    String found = names.get(name);
    for (int slash = name.lastIndexOf('/'); found == null && slash > 0; ) {
      String folder = names.get(name.substring(0, slash + 1));
      found = folder == null ? null : folder + name.substring(slash + 1);
      slash = name.lastIndexOf('/', slash - 1);
    }
    return Optional.ofNullable(found).map(reference -> inside(reference, look));
  }

  /** Adds the context path of a request, which the builder does not know. */
  private String inside(String reference, Look look) {
    String whole = look.address().contextPath() + reference;
    return UrlParts.isRooted(reference)
            && locate(reference, look).isEmpty()
            && locate(whole, look).isPresent()
        ? whole
        : reference;
  }

  Map<String, String> names() {
    return settings.moduleNames();
  }

  Answers answers() {
    return answers;
  }

  Optional<MountedUrl> locate(String reference, Look look) {
    return settings.mounts().locate(reference, look.address());
  }

  /** What a module imports; nothing if it can't be read now, which is reported. */
  List<ModuleReference> imports(Sighting.Seen seen, Look look) {
    Imports known = look.memory().imports(seen.path().key());
    if (known != null && known.seen().isSameAs(seen)) {
      return known.references();
    }
    try {
      Optional<Asset> asset = look.lookup().find(seen.path(), look);
      return asset.isEmpty() ? List.of() : read(asset.get(), seen, look);
    } catch (IOException | RuntimeException e) { // The latter from a user's own source.
      answers.warnings().unreadable(seen.path(), e);
      return List.of();
    }
  }

  /** If the bytes are no longer those that were seen, they are not remembered. */
  private List<ModuleReference> read(Asset asset, Sighting.Seen seen, Look look)
      throws IOException {
    if (!(HeldAsset.of(asset) instanceof HeldAsset held)) {
      return List.of();
    }
    List<ModuleReference> references = List.copyOf(Script.of(held.bytes()).references());
    boolean same =
        strategy.identifiesContent()
            ? strategy.versionOf(held).equals(seen.version())
            : held.stampNow().equals(seen.stamp());
    if (same) {
      look.memory().remember(new Imports(seen, references));
    }
    return references;
  }
}
