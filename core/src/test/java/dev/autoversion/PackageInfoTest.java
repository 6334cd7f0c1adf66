package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The map at the door is true. */
class PackageInfoTest {
  private static final Path ROOT = Path.of("src/main/java/dev/autoversion");

  private final String map = read("package-info").replaceAll("\\s+\\* +", " ");

  @Test
  void spine_isShort() throws IOException {
    String list = between("<ol>", "</ol>");
    List<String> spine =
        Pattern.compile("\\{@code (\\w+)}").matcher(list).results().map(m -> m.group(1)).toList();
    long lines = 0;
    for (String name : spine) {
      lines += read(name).lines().count();
    }
    assertTrue(spine.size() > 5 && spine.size() <= 14, spine::toString);
    assertTrue(lines <= 1200, "lines " + lines);
  }

  @Test
  void storeys_areTheOnesThatAreHeld() {
    Matcher named = Pattern.compile("<b>(\\w+)</b>").matcher(map);
    List<String> told = named.results().map(m -> m.group(1)).toList();
    List<String> held =
        List.of(Storey.values()).stream().map(s -> s.name().toLowerCase(Locale.ROOT)).toList();
    assertEquals(held, told);
  }

  @Test
  void publicTypes_haveTheirReason() {
    String reasons = map.substring(map.indexOf("Why each public type"));
    List<String> unreasoned =
        new ClassFileImporter()
            .importPath(Path.of("target", "classes", "dev", "autoversion")).stream()
                .filter(type -> type.getPackageName().equals("dev.autoversion"))
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().contains("-"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .filter(name -> !reasons.contains("{@code " + name + "}"))
                .toList();
    assertEquals(List.of(), unreasoned);
  }

  /** A name that is told but no longer there would send a reader astray. */
  @Test
  void names_areThere() {
    List<String> gone =
        Pattern.compile("\\{@code ([A-Z]\\w+)}")
            .matcher(map)
            .results()
            .map(m -> m.group(1))
            .filter(name -> Files.notExists(ROOT.resolve(name + ".java")))
            .filter(name -> Files.notExists(ROOT.resolve("reference/" + name + ".java")))
            .filter(
                name -> Files.notExists(Path.of("src/test/java/dev/autoversion", name + ".java")))
            .distinct()
            .toList();
    assertEquals(List.of(), gone);
  }

  private String between(String start, String end) {
    return map.substring(map.indexOf(start), map.indexOf(end));
  }

  private static String read(String name) {
    try {
      return Files.readString(ROOT.resolve(name + ".java"));
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }
}
