package dev.autoversion.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The tags that load files early, each URL once, at its first place. */
final class PreloadTags {
  private static final String AS = "as";
  private static final String TYPE = "type";

  private final Attributes attributes;
  private final Map<String, Boolean> modules = new LinkedHashMap<>();

  PreloadTags(Attributes attributes) {
    this.attributes = attributes;
  }

  /** Adds a URL, unless it is there already. */
  void add(String url, BooleanSupplier isModule) {
    if (!modules.containsKey(url)) {
      modules.put(url, isModule(url, isModule));
    }
  }

  String html(Tags tags) {
    modules.forEach(
        (url, isModule) -> {
          if (isModule) {
            tags.modulePreload(url);
          } else {
            tags.preload(url, how(url));
          }
        });
    return tags.toString();
  }

  private boolean isModule(String url, BooleanSupplier isModule) {
    if (attributes.value(TYPE).filter("module"::equals).isPresent()) {
      return true;
    }
    if (attributes.mentions(AS) || attributes.mentions(TYPE)) {
      return false;
    }
    return Destination.of(url) == Destination.MODULE
        || Destination.of(url) == Destination.SCRIPT && isModule.getAsBoolean();
  }

  /** The attributes of a preload's tag, apart from the URL. */
  static Map<String, String> how(Destination as, String url, Attributes attributes) {
    Map<String, String> how = new LinkedHashMap<>();
    how.put(AS, as.label);
    if (as == Destination.FONT) {
      Destination.fontType(url).ifPresent(type -> how.put(TYPE, type));
    }
    // Fonts are always requested this way, however their stylesheet was; fetch() does so by
    // default.
    boolean byDefault =
        as.label.equals(Destination.FETCH.label) && !attributes.mentions(Attributes.CROSSORIGIN);
    if (as == Destination.FONT || byDefault) {
      how.put(Attributes.CROSSORIGIN, "anonymous");
    }
    return how;
  }

  private Map<String, String> how(String url) {
    Destination as =
        attributes.value(AS).map(Destination::named).orElseGet(() -> Destination.of(url));
    Map<String, String> how = how(as, url, attributes);
    attributes.value(AS).ifPresent(label -> how.put(AS, label));
    if (attributes.mentions(TYPE)) {
      how.remove(TYPE);
    }
    return how;
  }
}
