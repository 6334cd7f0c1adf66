package dev.autoversion.servlet;

import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.MappingMatch;
import org.jspecify.annotations.Nullable;

/** How a request without the version is mapped: to the same servlet, for the plain path. */
record PlainMapping(HttpServletMapping mapping, String matched) implements HttpServletMapping {
  static HttpServletMapping of(
      HttpServletMapping mapping, String servletPath, @Nullable String pathInfo) {
    @Nullable MappingMatch match = mapping.getMappingMatch();
    if (match == null) {
      return mapping;
    }
    return switch (match) {
      case PATH -> new PlainMapping(mapping, withoutSlash(pathInfo == null ? "" : pathInfo));
      case EXACT -> new PlainMapping(mapping, withoutSlash(servletPath));
      case EXTENSION -> {
        int dot = servletPath.length() - mapping.getPattern().length() + 1;
        yield new PlainMapping(mapping, withoutSlash(servletPath.substring(0, Math.max(dot, 0))));
      }
      default -> mapping;
    };
  }

  @Override
  public String getMatchValue() {
    return matched;
  }

  @Override
  public String getPattern() {
    return mapping.getPattern();
  }

  @Override
  public String getServletName() {
    return mapping.getServletName();
  }

  @Override
  public MappingMatch getMappingMatch() {
    return mapping.getMappingMatch();
  }

  private static String withoutSlash(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }
}
