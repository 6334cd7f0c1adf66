package dev.autoversion.check;

import static java.util.stream.Collectors.joining;

import dev.autoversion.Autoversion;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Checks that everything that templates refer to exists. Use it in a test of your own, so that a
 * misspelt name breaks the build and not a page:
 *
 * <pre>{@code
 * @Test
 * void templates() throws IOException {
 *   new TemplateCheck(autoversion).assertNoneMissing(Path.of("src/main/resources/templates"));
 * }
 * }</pre>
 *
 * <p>Nothing is rendered. Templates are searched for the words {@code autoversion}, {@code
 * entrypoint}, {@code importmap}, {@code integrity}, {@code preload} and {@code srcset} with
 * literal references, as Pebble, Jinjava, FreeMarker and Thymeleaf write them, and for Thymeleaf's
 * {@code @{…}} below a mount. This is done by a small scanner for each syntax, not by the engines'
 * parsers: references built from variables are not seen, and a macro with the name of a word may be
 * mistaken for it.
 */
public final class TemplateCheck {
  private final Behind behind;

  /**
   * A check against a site's assets and manifests.
   *
   * @param autoversion knows the assets and manifests
   */
  public TemplateCheck(Autoversion autoversion) {
    this.behind = new Behind(Objects.requireNonNull(autoversion, "autoversion"));
  }

  /**
   * Fails if one of the references in a folder of templates has nothing behind it; or if there are
   * no references at all, since the folder is then probably the wrong one.
   *
   * @param templates the folder; all text files in it are checked
   * @throws IOException if it can't be read
   * @throws AssertionError with a line for each missing one
   */
  public void assertNoneMissing(Path templates) throws IOException {
    List<Found> found = found(templates);
    if (found.isEmpty()) {
      throw new AssertionError(
          "no template in " + templates.toAbsolutePath() + " has a reference that is a literal");
    }
    fail(missing(found));
  }

  /**
   * Fails if one of the given references has nothing behind it.
   *
   * @param references the texts that name assets or entries: {@code /build/src/main.js}
   * @throws AssertionError with a line for each
   */
  public void assertNoneMissing(Collection<String> references) {
    fail(missing(references));
  }

  /**
   * The references in a folder of templates that have nothing behind them.
   *
   * @param templates the folder; all text files in it are checked
   * @return the missing ones, in the order of files and lines
   * @throws IOException if it can't be read
   */
  public List<Missing> missing(Path templates) throws IOException {
    return missing(found(templates));
  }

  /**
   * Which of the given references have nothing behind them.
   *
   * @param references the texts that name assets or entries
   * @return the missing ones, in the given order
   */
  public List<Missing> missing(Collection<String> references) {
    List<Found> found = new ArrayList<>();
    references.forEach(reference -> found.add(Found.alone(reference)));
    return missing(found);
  }

  private List<Missing> missing(List<Found> found) {
    return found.stream().flatMap(each -> behind.check(each).stream()).toList();
  }

  private static void fail(List<Missing> missing) {
    if (!missing.isEmpty()) {
      String first = missing.size() == 1 ? "a reference has" : missing.size() + " references have";
      throw new AssertionError(
          missing.stream()
              .map(Missing::toString)
              .collect(joining("\n  ", first + " nothing behind:\n  ", "")));
    }
  }

  private static List<Found> found(Path templates) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(templates)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    List<Found> found = new ArrayList<>();
    for (Path file : files) {
      found.addAll(Template.of(file.toString(), text(file)).references());
    }
    return found;
  }

  /** The file's text, or "" if it is not a text file. */
  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) { // An image beside the templates.
      return "";
    }
  }
}
