package dev.autoversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as a browser sends it. */
public record Asked(String method, String url, String contextPath, Map<String, List<String>> all)
    implements AssetRequest {
  /** Without any header. */
  public static Asked get(String url) {
    return new Asked("GET", url, "", Map.of());
  }

  Asked method(String other) {
    return new Asked(other, url, contextPath, all);
  }

  Asked in(String context) {
    return new Asked(method, url, context, all);
  }

  /** The same with one more line of a header. */
  Asked with(String name, String value) {
    Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(all);
    List<String> lines = new ArrayList<>(more.getOrDefault(name, List.of()));
    lines.add(value);
    more.put(name, lines);
    return new Asked(method, url, contextPath, more);
  }

  Asked accepting(String codings) {
    return with("Accept-Encoding", codings);
  }

  @Override
  public String path() {
    int mark = url.indexOf('?');
    return mark < 0 ? url : url.substring(0, mark);
  }

  @Override
  public Optional<String> query() {
    int mark = url.indexOf('?');
    return mark < 0 ? Optional.empty() : Optional.of(url.substring(mark + 1));
  }

  @Override
  public List<String> headers(String name) {
    Map<String, List<String>> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    found.putAll(all);
    return found.getOrDefault(name, List.of());
  }
}
