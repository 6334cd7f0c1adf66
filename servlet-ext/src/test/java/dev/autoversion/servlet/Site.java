package dev.autoversion.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a server is to serve: files below a directory through filters, and servlets. */
final class Site {
  final Path root;
  final List<Filter> filters = new ArrayList<>();
  final Map<String, HttpServlet> servlets = new LinkedHashMap<>();
  final Map<String, String> staticSettings = new LinkedHashMap<>();
  String contextPath = "";
  String errorPage = "";
  boolean compresses;
  EnumSet<DispatcherType> types = EnumSet.allOf(DispatcherType.class);

  Site(Path root, Filter... filters) {
    this.root = root;
    this.filters.addAll(List.of(filters));
  }

  Site at(String path) {
    contextPath = path;
    return this;
  }

  Site with(String pattern, HttpServlet servlet) {
    servlets.put(pattern, servlet);
    return this;
  }

  /** An initialization parameter of the container's own static serving. */
  Site with(String parameter, String value) {
    staticSettings.put(parameter, value);
    return this;
  }

  Site withErrorPage(String path) {
    errorPage = path;
    return this;
  }

  Site compressing() {
    compresses = true;
    return this;
  }

  Site mappedTo(EnumSet<DispatcherType> some) {
    types = some;
    return this;
  }
}
