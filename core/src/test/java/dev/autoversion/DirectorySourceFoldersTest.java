package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What one look finds out about folders, another one need not: for a second, and no longer. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere each look asks for real paths")
final class DirectorySourceFoldersTest extends DirectorySite {
  private static final String ONE = "/s/lib/js/one.txt?v=7692c3ad3540";
  private static final String TWO = "/s/lib/js/two.txt?v=3fc4ccfe7458";

  private final ManualTime time = ManualTime.later();

  private Autoversion.Builder builder() {
    return time.builder().directory("/s", root);
  }

  /** Has looked at one of two files in a folder. */
  private Autoversion knowingOne(Autoversion.Builder builder) throws IOException {
    write("static/lib/js/one.txt", "one");
    write("static/lib/js/two.txt", "two");
    Autoversion autoversion = builder.build();
    assertEquals(ONE, autoversion.url("/s/lib/js/one.txt"));
    return autoversion;
  }

  /** The folder stays the same one, but lies elsewhere now. */
  private void moveOut() throws IOException {
    Files.move(root.resolve("lib"), site.resolve("lib"));
    Files.createSymbolicLink(root.resolve("lib"), Path.of("../lib"));
  }

  @Test
  void folder_becameLinkToAnotherOne() throws IOException {
    write("secret/js/two.txt", "two");
    Autoversion autoversion = knowingOne(builder());
    Files.move(root.resolve("lib"), root.resolve("old"));
    Files.createSymbolicLink(root.resolve("lib"), Path.of("../secret"));
    assertEquals("/s/lib/js/two.txt", autoversion.url("/s/lib/js/two.txt"));
  }

  @Test
  void folder_movedOut() throws IOException {
    needLetterCase(site);
    Autoversion autoversion = knowingOne(builder());
    moveOut();
    time.advance(Duration.ofMillis(999));
    assertEquals(TWO, autoversion.url("/s/lib/js/two.txt"));
    time.advance(Duration.ofMillis(1));
    assertEquals("/s/lib/js/one.txt", autoversion.url("/s/lib/js/one.txt"));
    time.advance(Duration.ofSeconds(1));
    assertEquals("/s/lib/js/two.txt", autoversion.url("/s/lib/js/two.txt"));
  }

  @Test
  void folder_movedOutWhereAllIsChecked() throws IOException {
    Autoversion autoversion = knowingOne(builder().recheckAfter(Duration.ZERO));
    moveOut();
    assertEquals("/s/lib/js/two.txt", autoversion.url("/s/lib/js/two.txt"));
  }

  @Test
  void folder_movedOutWhereNothingIsChecked() throws IOException {
    assertNotBelievedAfterSecond(builder().recheckNever());
  }

  @Test
  void folder_movedOutWhereAnswersLast() throws IOException {
    assertNotBelievedAfterSecond(builder().recheckAfter(Duration.ofHours(1)));
  }

  private void assertNotBelievedAfterSecond(Autoversion.Builder builder) throws IOException {
    Autoversion autoversion = knowingOne(builder);
    moveOut();
    time.advance(Duration.ofSeconds(1));
    assertEquals(ONE, autoversion.url("/s/lib/js/one.txt"));
    assertEquals("/s/lib/js/two.txt", autoversion.url("/s/lib/js/two.txt"));
  }

  @Test
  void folder_movedOutAndForgotten() throws IOException {
    Autoversion autoversion = knowingOne(builder());
    moveOut();
    autoversion.invalidate();
    assertEquals("/s/lib/js/two.txt", autoversion.url("/s/lib/js/two.txt"));
  }

  @Test
  void folder_ofAnotherRoot() throws IOException {
    write("real/lib/js/two.txt", "two");
    Files.createSymbolicLink(root.resolve("lib"), Path.of("../real/lib"));
    Autoversion autoversion = builder().directory("/real", site.resolve("real")).build();
    assertEquals("/real/lib/js/two.txt?v=3fc4ccfe7458", autoversion.url("/real/lib/js/two.txt"));
    assertEquals("/s/lib/js/two.txt", autoversion.url("/s/lib/js/two.txt"));
  }

  /** What is a folder on the class path is looked at as a directory is. */
  @Test
  void folder_movedOutOfClassPath() throws IOException {
    needLetterCase(site);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {site.toUri().toURL()}, null)) {
      Autoversion autoversion = knowingOne(time.builder().classpath("/s", "static", loader));
      moveOut();
      assertEquals(TWO, autoversion.url("/s/lib/js/two.txt"));
      time.advance(Duration.ofSeconds(1));
      assertEquals("/s/lib/js/one.txt", autoversion.url("/s/lib/js/one.txt"));
    }
  }

  /** A source of a user's own, which tells what it was given. */
  private record Noting(AssetSource files, List<Set<Object>> given) implements AssetSource {
    @Override
    public Optional<Asset> find(LogicalPath path) throws IOException {
      return find(path, new HashSet<>());
    }

    @Override
    public Optional<Asset> find(LogicalPath path, Set<Object> facts) throws IOException {
      given.add(Set.copyOf(facts));
      facts.add(path.value());
      return files.find(path, new HashSet<>());
    }
  }

  @Test
  void facts_ofOwnSource() throws IOException {
    write("static/one.txt", "one");
    write("static/two.txt", "two");
    List<Set<Object>> given = new ArrayList<>();
    AssetSource noting = new Noting(AssetSource.directory(root), given);
    AssetSource empty = AssetSource.directory(Files.createDirectory(site.resolve("empty")));
    Autoversion autoversion =
        time.builder().source("/s", AssetSource.firstOf(empty, noting)).build();
    assertEquals("/s/one.txt?v=7692c3ad3540", autoversion.url("/s/one.txt"));
    time.advance(Duration.ofMillis(999));
    assertEquals("/s/two.txt?v=3fc4ccfe7458", autoversion.url("/s/two.txt"));
    time.advance(Duration.ofMillis(1));
    assertEquals("/s/one.txt?v=7692c3ad3540", autoversion.url("/s/one.txt"));
    assertEquals(List.of(Set.of(), Set.of("one.txt"), Set.of()), given);
  }
}
