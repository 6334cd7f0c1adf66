package dev.autoversion.examples;

import dev.autoversion.Autoversion;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * The template engines: how each is named, written and started. What names them all reads this:
 * pages, servlets, the command line and the tests of the documentation.
 */
public enum Engine {
  /** Pebble, the index page's engine as well. */
  PEBBLE("Pebble", "peb", "{{ \"/static/css/site.css\" | autoversion }}", PebblePages::new),
  /** FreeMarker. */
  FREEMARKER(
      "FreeMarker", "ftlh", "${autoversion(\"/static/css/site.css\")}", FreemarkerPages::new),
  /** Jinjava. */
  JINJAVA("Jinjava", "jinja", "{{ \"/static/css/site.css\"|autoversion }}", JinjavaPages::new),
  /** Thymeleaf. */
  THYMELEAF("Thymeleaf", "html", "th:href=\"@{/static/css/site.css}\"", ThymeleafPages::new);

  private final String label;
  private final String extension;
  private final String example;
  private final BiFunction<Path, Autoversion, Pages> pages;

  Engine(
      String label, String extension, String example, BiFunction<Path, Autoversion, Pages> pages) {
    this.label = label;
    this.extension = extension;
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
   * @return a line of a template, our word marked
   */
  public Marked example() {
    return Sample.words(example);
  }

  /**
   * Its name in URLs, folders and on the command line: {@code freemarker}.
   *
   * @return the name for programs
   */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * A template's file: {@code page.ftlh}.
   *
   * @param template its name: {@code page}
   * @return the file's name
   */
  public String file(String template) {
    return template + "." + extension;
  }

  /** Starts it. */
  Pages pages(SiteFolder folder, Autoversion autoversion) {
    return pages.apply(folder.templates(this), autoversion);
  }

  /** {@link #path}, which is what picocli shows. */
  @Override
  public String toString() {
    return path();
  }
}
