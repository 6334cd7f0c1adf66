package dev.autoversion.page;

import java.util.List;

/**
 * Everything that a page loads for an entry, for markup made by hand; {@link Page#entrypoint} makes
 * the tags from the same parts.
 *
 * @param stylesheets for {@code <link rel="stylesheet">}
 * @param scripts for {@code <script defer>}
 * @param modules for {@code <script type="module">}
 * @param preloads what the modules import, for {@code <link rel="modulepreload">}
 * @param lazy what the entry itself may import later
 */
public record Entry(
    List<Link> stylesheets,
    List<Link> scripts,
    List<Link> modules,
    List<Link> preloads,
    List<Link> lazy) {
  /**
   * Copies the lists.
   *
   * @param stylesheets for {@code <link rel="stylesheet">}
   * @param scripts for {@code <script defer>}
   * @param modules for {@code <script type="module">}
   * @param preloads for {@code <link rel="modulepreload">}
   * @param lazy what may be imported later
   */
  public Entry {
    stylesheets = List.copyOf(stylesheets);
    scripts = List.copyOf(scripts);
    modules = List.copyOf(modules);
    preloads = List.copyOf(preloads);
    lazy = List.copyOf(lazy);
  }
}
