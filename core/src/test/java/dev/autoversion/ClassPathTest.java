package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where class loaders search: told by a list, or by what they find. */
final class ClassPathTest {
  @TempDir Path site;

  /** Only a list names it: it has neither a manifest nor entries for its folders. */
  private Path bareJar() throws IOException {
    return new Archive()
        .file("static/js/a.js", "two")
        .withoutDirectories()
        .write(site.resolve("bare.jar"));
  }

  @Test
  void of_listOfTheJvm() throws IOException {
    Path jar = bareJar();
    Path none = site.resolve("none.jar");
    Path classes = Files.createDirectory(site.resolve("classes"));
    String before = System.getProperty("java.class.path");
    try {
      String told = String.join(File.pathSeparator, "" + jar, "" + none, "" + classes);
      System.setProperty("java.class.path", told);
      ClassPath all = ClassPath.of("static", ClassLoader.getSystemClassLoader());
      assertTrue(all.isComplete());
      assertTrue(all.holds(ClassPath.address(jar)));
      assertFalse(all.holds(jar));
      assertFalse(all.holds(ClassPath.address(none)));
      assertTrue(all.holds(classes));
      assertFalse(all.holds(ClassPath.address(classes)));
    } finally {
      System.setProperty("java.class.path", before);
    }
  }

  /** Empty, it stands for the current folder, but not where a module was started. */
  @Test
  void of_emptyListOfTheJvm() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    String before = System.getProperty("java.class.path");
    try {
      System.setProperty("java.class.path", "");
      assertTrue(ClassPath.of("static", ClassLoader.getSystemClassLoader()).holds(here));
      System.setProperty("jdk.module.main", "shop");
      assertFalse(ClassPath.of("static", ClassLoader.getSystemClassLoader()).holds(here));
    } finally {
      System.setProperty("java.class.path", before);
      System.clearProperty("jdk.module.main");
    }
  }

  @Test
  void of_listWithTheAddressOfAnArchive() throws IOException {
    Path jar = bareJar();
    URL[] urls = {new URL("jar:" + jar.toUri().toURL() + "!/")};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      ClassPath all = ClassPath.of("static", loader);
      assertTrue(all.isComplete());
      assertTrue(all.holds(ClassPath.address(jar)));
      ClasspathIndex index = ClasspathIndex.of("static", loader);
      assertTrue(index.mayHave("js/a.js"));
      assertFalse(index.mayHave("js/none.js"));
    }
  }

  /** Such an archive is asked for over and over, as a server may have others tomorrow. */
  @Test
  void of_listWithAnotherProtocol() throws IOException {
    URL[] urls = {new URL("http://127.0.0.1:1/none/")};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      assertFalse(ClassPath.of("static", loader).isComplete());
    }
  }

  /** One has the root, the other nothing yet. */
  @Test
  void of_foldersOfALoaderOfAnotherKind() throws IOException {
    Path one = Files.createDirectory(site.resolve("1"));
    Path two = Files.createDirectory(site.resolve("2"));
    new Archive().file("static/js/a.js", "two").explode(one);
    URL[] urls = {one.toUri().toURL(), two.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null) {}) {
      ClassPath all = ClassPath.of("static/js", loader);
      assertFalse(all.isComplete());
      assertEquals(List.of(one, two), all.folders());
    }
  }

  /** As those of some servers, which find nothing without a name. */
  @Test
  void of_folderOfALoaderThatFindsNamesAlone() throws IOException {
    Path one = Files.createDirectory(site.resolve("1"));
    new Archive().file("static/js/a.js", "two").explode(one);
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {one.toUri().toURL()}, null) {
          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            return name.isEmpty() ? Collections.emptyEnumeration() : super.getResources(name);
          }
        }) {
      assertEquals(List.of(one), ClassPath.of("static/js", loader).folders());
    }
  }

  @Test
  void of_archiveOfALoaderOfAnotherKind() throws IOException {
    Path jar = new Archive().file("static/js/a.js", "two").write(site.resolve("a.jar"));
    URL[] urls = {jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null) {}) {
      assertTrue(ClassPath.of("static/js", loader).holds(ClassPath.address(jar)));
    }
  }
}
