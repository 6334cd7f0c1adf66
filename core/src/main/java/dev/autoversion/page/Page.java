package dev.autoversion.page;

import dev.autoversion.Autoversion;
import dev.autoversion.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The HTML for a page's assets beyond their URLs: {@code entrypoint(List.of("/build/main.js"),
 * Map.of("nonce", "r4nd0m"))} gives {@code <script type="module" src="/build/main-DKlPqP.js"
 * nonce="r4nd0m"></script>}. Choose it where none of our template engines is used; the engines'
 * words are built on it.
 *
 * <p>Each tag is on its own line, and every value is escaped once. The attributes are added to each
 * tag that may have them: {@code true} gives an attribute without a value, {@code false} and null
 * give none. {@code "integrity": true} adds the {@code integrity} of each script and stylesheet, if
 * it is known, and {@code crossorigin="anonymous"} to all tags that load it.
 *
 * <p>Immutable and thread-safe; it costs nothing to make one for each request.
 */
public final class Page {
  private final PageSite site;

  /**
   * A page of a site whose builder was given the context path, or that has none.
   *
   * @param autoversion knows the site's assets
   */
  public Page(Autoversion autoversion) {
    this(autoversion, "");
  }

  /**
   * A page whose references begin with a context path that only the request knows.
   *
   * @param autoversion knows the site's assets
   * @param contextPath "" or a path like {@code /shop}
   */
  public Page(Autoversion autoversion, String contextPath) {
    this(autoversion, contextPath, () -> "");
  }

  /**
   * A page of a template engine that tells where in a template it is: warnings of missing assets
   * then name the place, {@code cart.html:12}.
   *
   * @param autoversion knows the site's assets
   * @param contextPath "" or a path like {@code /shop}
   * @param place tells it, or ""; asked only where there is something to warn about
   */
  public Page(Autoversion autoversion, String contextPath, Supplier<String> place) {
    this.site =
        new PageSite(
            Objects.requireNonNull(autoversion, "autoversion"),
            Objects.requireNonNull(contextPath, "contextPath"),
            Objects.requireNonNull(place, "place"));
  }

  /**
   * The tags for everything that entries load: stylesheets, what their modules import, scripts,
   * modules, and the scripts for browsers without modules if the build made them. What several
   * entries share appears once, so pass all entries of a page in one call.
   *
   * @param references entries of a manifest, or assets: {@code /build/src/main.js}
   * @param attributes HTML attributes for each tag; {@code "integrity": true}; {@code "react":
   *     true} has Vite's dev server refresh React components
   * @return HTML, "" if there are no references
   * @throws IllegalArgumentException if an attribute can't be written
   * @throws dev.autoversion.MissingAssetException if one is missing and {@code OnMissing.FAIL} was
   *     chosen
   */
  public String entrypoint(List<String> references, Map<String, ?> attributes) {
    Attributes checked = Attributes.of("entrypoint", attributes, Attributes.OF_ENTRIES);
    EntryTags tags = new EntryTags();
    for (String reference : references) {
      if (!reference.isEmpty()) {
        tags.add(site.entry(reference));
      }
    }
    return tags.html(new Tags(this, checked));
  }

  /**
   * The tags that load files before they are needed, by type: {@code <link rel="preload"
   * href="/static/a.woff2" as="font" type="font/woff2" crossorigin="anonymous">}, and {@code <link
   * rel="modulepreload">} for modules. Whether a script is a module is known by its extension
   * ({@code .cjs}, {@code .mjs}) or from the manifest; otherwise say {@code "as": "script"} or
   * {@code "type": "module"}.
   *
   * @param references assets, or entries of a manifest
   * @param attributes HTML attributes for each tag; use those of the tag that uses the file, or the
   *     browser loads it twice; {@code "integrity": true}
   * @return HTML, "" if there are no references
   * @throws IllegalArgumentException if an attribute can't be written
   * @throws dev.autoversion.MissingAssetException if one is missing and {@code OnMissing.FAIL} was
   *     chosen
   */
  public String preload(List<String> references, Map<String, ?> attributes) {
    Attributes checked = Attributes.of("preload", attributes, Attributes.OF_PRELOADS);
    PreloadTags tags = new PreloadTags(checked);
    for (String reference : references) {
      if (!reference.isEmpty()) {
        String url = site.url(reference);
        tags.add(url, () -> site.isModule(reference, url));
      }
    }
    return tags.html(new Tags(this, checked));
  }

  /**
   * The import map of a page, which maps the modules that its entries import to their versioned
   * URLs: one {@code <script type="importmap">}. It must come before all module scripts and
   * preloads, once a page, so pass all entries of the page in one call. It includes the names that
   * the builder was given, and what a build wrote for its own modules.
   *
   * @param references the entries: assets, entries of a manifest, or names of modules
   * @param attributes HTML attributes for the tag; {@code "integrity": true} adds the integrity of
   *     each script; the tags of the entries must then ask for it too, or a browser loads them
   *     twice
   * @return HTML, "" if the map would be empty
   * @throws IllegalArgumentException if an attribute can't be written
   * @throws dev.autoversion.MissingAssetException if an entry or an import is missing and {@code
   *     OnMissing.FAIL} was chosen
   */
  public String importMap(List<String> references, Map<String, ?> attributes) {
    Attributes checked = Attributes.of("importmap", attributes, Attributes.OF_IMPORT_MAPS);
    ImportMap map = new ImportMap(site.imports(references));
    if (checked.wantsIntegrity()) {
      map.addIntegrity(this::integrityOf);
    }
    Tags tags = new Tags(this, checked);
    if (!map.isEmpty()) {
      tags.inline(Tags.own("type", "importmap"), map.toString());
    }
    return tags.toString();
  }

  /**
   * The value of a {@code Link} header, which makes a browser load files before it has read the
   * page: {@code </static/app.css?v=9f3c2ab1d04e>; rel=preload; as=style}. It has everything that
   * entries load, stylesheets first, and other files by type, as far as it fits into 1 kB.
   *
   * @param references entries of a manifest, or assets, the most urgent first
   * @return the value, "" if there are no references
   * @throws dev.autoversion.MissingAssetException if one is missing and {@code OnMissing.FAIL} was
   *     chosen
   */
  public String links(List<String> references) {
    return links(references, Map.of());
  }

  /**
   * A {@code Link} header for tags that have attributes. It takes {@code nonce}, {@code
   * crossorigin}, {@code fetchpriority}, {@code referrerpolicy}, and {@code "integrity": true}; all
   * others are left out.
   *
   * @param references entries of a manifest, or assets, the most urgent first
   * @param attributes HTML attributes, the same as in the tags, or a browser loads the files twice
   * @return the value, "" if there are no references
   * @throws IllegalArgumentException if an attribute can't be written
   * @throws dev.autoversion.MissingAssetException if one is missing and {@code OnMissing.FAIL} was
   *     chosen
   */
  public String links(List<String> references, Map<String, ?> attributes) {
    Attributes checked = Attributes.of("links", attributes, Attributes.OF_ENTRIES);
    LinkHeader links = new LinkHeader(checked, this::integrityOf);
    for (String reference : references) {
      if (!reference.isEmpty()) {
        String url = site.url(reference);
        links.add(url, () -> site.entry(reference));
      }
    }
    return links.toString();
  }

  /**
   * Versions each candidate of a {@code srcset}: {@code /a.png 1x, /b.png 2x} gives {@code
   * /a.png?v=9f3c2ab1d04e 1x, /b.png?v=8b5b9db0c13d 2x}. Commas inside {@code data:} URLs are not
   * separators.
   *
   * @param srcset the attribute's value, not HTML-escaped
   * @return the same with versioned URLs
   * @throws dev.autoversion.MissingAssetException if one is missing and {@code OnMissing.FAIL} was
   *     chosen
   */
  public String srcset(String srcset) {
    return Srcset.map(srcset, site::url);
  }

  /**
   * The value of the HTML attribute {@code integrity}: {@code sha384-…}. A file may change between
   * this call and the one for its URL, so give this one the versioned URL.
   *
   * @param reference the text that names an asset
   * @return the value, or "" if there is none
   */
  public String integrity(String reference) {
    return site.integrity(reference).orElse("");
  }

  /**
   * The value of {@code integrity} for a URL that already stands in a tag. Choose it in an adapter
   * that adds the attribute to finished tags.
   *
   * @param url the URL in the tag
   * @return the value, or "" if it is not the URL that the file has now
   */
  public String integrityAt(String url) {
    return integrityOf(url).orElse("");
  }

  /**
   * The parts of an entry, for markup made by hand.
   *
   * @param reference an entry of a manifest, or an asset
   * @return its files, each with its URL and its integrity
   * @throws dev.autoversion.MissingAssetException if it is missing and {@code OnMissing.FAIL} was
   *     chosen
   */
  public Entry entry(String reference) {
    Manifest.Entry entry = site.entry(reference);
    return new Entry(
        files(entry.stylesheets()),
        files(entry.scripts()),
        files(entry.modules()),
        files(entry.preloads()),
        files(entry.lazy()));
  }

  Optional<String> integrityOf(String url) {
    return site.integrityAt(url);
  }

  private List<Link> files(List<String> urls) {
    return urls.stream().map(url -> new Link(url, integrityOf(url))).toList();
  }
}
