package dev.autoversion.examples;

import dev.autoversion.Autoversion;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiFunction;

/** The four template engines: how each is named, written and started. Templates read it, too. */
public enum Engine {
  /** Pebble, the index page's engine as well. */
  PEBBLE("Pebble", "{{ \"/static/css/site.css\" | autoversion }}", PebblePages::new),
  /** FreeMarker. */
  FREEMARKER("FreeMarker", "${autoversion(\"/static/css/site.css\")}", FreemarkerPages::new),
  /** Jinjava. */
  JINJAVA("Jinjava", "{{ \"/static/css/site.css\"|autoversion }}", JinjavaPages::new),
  /** Thymeleaf. */
  THYMELEAF("Thymeleaf", "th:href=\"@{/static/css/site.css}\"", ThymeleafPages::new);

  private final String label;
  private final String example;
  private final BiFunction<Path, Autoversion, Pages> pages;

  Engine(String label, String example, BiFunction<Path, Autoversion, Pages> pages) {
    this.label = label;
    this.example = example;
    this.pages = pages;
  }

  /**
   * As its makers write it: {@code FreeMarker}.
   *
   * @return the name for people
   */
  public String label() {
    return label;
  }

  /**
   * A reference as its templates write it: {@code ${autoversion("/static/css/site.css")}}.
   *
   * @return a line of a template
   */
  public String example() {
    return example;
  }

  /**
   * Its name in URLs, folders and on the command line: {@code freemarker}.
   *
   * @return the name for programs
   */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Starts it. */
  Pages pages(SiteFolder folder, Autoversion autoversion) {
    return pages.apply(folder.templates(this), autoversion);
  }

  /** The same as {@link #path}: it is what picocli shows. */
  @Override
  public String toString() {
    return path();
  }
}
