package dev.autoversion.check;

import static java.util.stream.Collectors.joining;

import dev.autoversion.Autoversion;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

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
  private final ReferenceCheck check;

  /**
   * A check against a site's assets and manifests.
   *
   * @param autoversion knows the assets and manifests
   */
  public TemplateCheck(Autoversion autoversion) {
    this.check = new ReferenceCheck(Objects.requireNonNull(autoversion, "autoversion"));
  }

  /**
   * Fails if one of the references in a folder of templates has nothing behind it; or if there are
   * no references at all, since the folder is then probably the wrong one.
   *
   * @param templates the folder; all files in it are checked, through links as well
   * @throws IOException if it can't be read
   * @throws AssertionError with a line for each missing one; or if there are no references
   */
  public void assertNoneMissing(Path templates) throws IOException {
    List<Reference> found = references(templates);
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
   * @throws AssertionError with a line for each missing one
   */
  public void assertNoneMissing(Collection<String> references) {
    fail(missing(references));
  }

  /**
   * The references in a folder of templates that have nothing behind them.
   *
   * @param templates the folder; all files in it are checked, through links as well
   * @return the missing ones, in the order of files and lines
   * @throws IOException if it can't be read
   */
  public List<Missing> missing(Path templates) throws IOException {
    return missing(references(templates));
  }

  /**
   * Which of the given references have nothing behind them.
   *
   * @param references the texts that name assets or entries
   * @return the missing ones, in the given order
   */
  public List<Missing> missing(Collection<String> references) {
    return missing(references.stream().map(Reference::alone).toList());
  }

  private List<Missing> missing(List<Reference> found) {
    return found.stream().flatMap(each -> check.missing(each).stream()).toList();
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

  private static List<Reference> references(Path templates) throws IOException {
    List<Reference> found = new ArrayList<>();
    for (Path file : files(templates)) {
      found.addAll(Template.of(file.toString(), text(file)).references());
    }
    return found;
  }

  /** Through links, as engines read them; but a link back to a folder above it ends there. */
  private static SortedSet<Path> files(Path templates) throws IOException {
    SortedSet<Path> files = new TreeSet<>();
    Files.walkFileTree(
        templates,
        Set.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes seen) {
            if (seen.isRegularFile()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof FileSystemLoopException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
    return files;
  }

  /** The file's text; if it is not in UTF-8, one letter for each byte. */
  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) { // An old template, or an image beside the templates.
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
  }
}
