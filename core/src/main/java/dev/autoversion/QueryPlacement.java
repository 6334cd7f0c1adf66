package dev.autoversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code /a.css?x=1&v=9f3c#top}: the parameter is reserved, so an existing one is replaced in its
 * place. A lone question mark is reused ({@code a.eot?#iefix} gives {@code a.eot?v=9f3c#iefix}).
 */
record QueryPlacement(String parameter) implements Placement {
  private static final String NAME_CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

  static QueryPlacement of(String parameter) {
    boolean valid = parameter.chars().allMatch(c -> NAME_CHARACTERS.indexOf(c) >= 0);
    if (!valid || parameter.isEmpty()) {
      throw new IllegalArgumentException(
          "a query parameter's name is letters, digits, '.', '_' and '-', unlike "
              + Printable.quote(parameter));
    }
    return new QueryPlacement(parameter);
  }

  @Override
  public String insert(String url, Version version) {
    UrlParts parts = UrlParts.of(url);
    String ours = parameter + "=" + version.value();
    if (parts.query().length() <= 1) {
      return parts.path() + "?" + ours + parts.fragment();
    }
    List<String> kept = new ArrayList<>();
    boolean placed = false;
    for (String pair : pairs(parts.query())) {
      if (!isOurs(pair)) {
        kept.add(pair);
      } else if (!placed) {
        kept.add(ours);
        placed = true;
      }
    }
    if (!placed) {
      kept.add(ours);
    }
    return parts.path() + "?" + String.join("&", kept) + parts.fragment();
  }

  /** A repeated parameter is ignored: servers differ in which of the two they mean. */
  @Override
  public Optional<AssetUrl> extract(String url) {
    UrlParts parts = UrlParts.of(url);
    if (!parts.query().contains(parameter)) {
      return Optional.empty();
    }
    List<String> others = new ArrayList<>();
    List<String> ours = new ArrayList<>();
    for (String pair : pairs(parts.query())) {
      (isOurs(pair) ? ours : others).add(pair);
    }
    if (ours.size() != 1 || ours.get(0).length() <= parameter.length()) {
      return Optional.empty();
    }
    String query = others.isEmpty() ? "" : "?" + String.join("&", others);
    return Version.parse(ours.get(0).substring(parameter.length() + 1))
        .map(version -> new AssetUrl(parts.path() + query + parts.fragment(), version));
  }

  @Override
  public String toString() {
    return "query(" + parameter + ")";
  }

  private static String[] pairs(String query) {
    return query.substring(1).split("&", -1);
  }

  private boolean isOurs(String pair) {
    return pair.startsWith(parameter)
        && (pair.length() == parameter.length() || pair.charAt(parameter.length()) == '=');
  }
}
