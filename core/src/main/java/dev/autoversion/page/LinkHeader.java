package dev.autoversion.page;

import dev.autoversion.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The value of a {@code Link} header (RFC 8288) that loads files early, each URL once, at its first
 * place. It stops before a link that would make it longer than some proxies allow.
 */
final class LinkHeader {
  // The limit of Rails: longer headers made answers fail behind proxies.
  private static final int LONGEST = 1_000;
  // The parameters that browsers read in a Link header (HTML, "process link headers") and a
  // template may set.
  private static final Set<String> PARAMETERS =
      Set.of("nonce", "fetchpriority", "referrerpolicy", Attributes.CROSSORIGIN);

  private final Attributes attributes;
  private final Function<String, Optional<String>> integrityOf;
  private final Set<String> uris = new LinkedHashSet<>();
  private final StringBuilder value = new StringBuilder();
  private boolean full;

  LinkHeader(Attributes attributes, Function<String, Optional<String>> integrityOf) {
    this.attributes = attributes;
    this.integrityOf = integrityOf;
  }

  /** Adds what a page loads for a reference: all of an entry, or a single file. */
  void add(String url, Supplier<Manifest.Entry> entry) {
    switch (Destination.of(url)) {
      case SCRIPT, MODULE, STYLE -> add(entry.get());
      case FETCH -> {
        // An entry's name may have no extension.
        Manifest.Entry all = entry.get();
        if (files(all).toList().equals(List.of(url))) {
          preload(url);
        } else {
          add(all);
        }
      }
      default -> preload(url);
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }

  private void add(Manifest.Entry entry) {
    entry.stylesheets().forEach(this::preload);
    entry.scripts().forEach(url -> link(url, Map.of("rel", "preload", "as", "script")));
    Stream.concat(entry.modules().stream(), entry.preloads().stream())
        .forEach(url -> link(url, Map.of("rel", "modulepreload")));
  }

  private static Stream<String> files(Manifest.Entry entry) {
    return Stream.of(entry.stylesheets(), entry.scripts(), entry.modules(), entry.preloads())
        .flatMap(List::stream);
  }

  private void preload(String url) {
    Map<String, String> how = new LinkedHashMap<>();
    how.put("rel", "preload");
    how.putAll(PreloadTags.how(Destination.of(url), url, attributes));
    link(url, how);
  }

  private void link(String url, Map<String, String> how) {
    String uri = uri(url);
    if (full || !uris.add(uri)) {
      return;
    }
    String link = "<" + uri + ">" + parameters(url, how);
    full = value.length() + 2 + link.length() > LONGEST;
    if (!full) {
      value.append(value.isEmpty() ? "" : ", ").append(link);
    }
  }

  private String parameters(String url, Map<String, String> how) {
    Map<String, String> all = new LinkedHashMap<>();
    Stream.of("rel", "as", "type", Attributes.CROSSORIGIN)
        .filter(how::containsKey)
        .forEach(name -> all.put(name, how.get(name)));
    attributes.addIntegrity(all, () -> integrityOf.apply(url));
    attributes
        .of(TagKind.PRELOAD)
        .forEach(
            (name, text) -> {
              if (PARAMETERS.contains(name)) {
                all.putIfAbsent(name, text);
              }
            });
    return all.entrySet().stream()
        .map(each -> parameter(each.getKey(), each.getValue()))
        .collect(Collectors.joining());
  }

  private static String parameter(String name, String text) {
    if (text.isEmpty() || name.equals(Attributes.CROSSORIGIN) && text.equals("anonymous")) {
      return "; " + name;
    }
    boolean token = text.chars().allMatch(c -> c >= 'a' && c <= 'z');
    return "; " + name + "=" + (token ? text : quoted(name, text));
  }

  private static String quoted(String name, String text) {
    if (!text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "links takes visible ASCII for '" + name + "', unlike " + Attributes.quoted(text));
    }
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Percent-encodes what can't stand in a header, or would end the URL. */
  private static String uri(String url) {
    StringBuilder uri = new StringBuilder(url.length() + 16);
    for (byte octet : url.getBytes(StandardCharsets.UTF_8)) {
      if (octet > ' ' && octet < 0x7f && octet != '<' && octet != '>' && octet != '"') {
        uri.append((char) octet);
      } else {
        uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
    return uri.toString();
  }
}
