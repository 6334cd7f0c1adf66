package dev.autoversion;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The folders and archives that a class loader searches, as far as it reveals them. The list is
 * certainly complete only for loaders that are known to search nothing else: a subclass may find
 * any name.
 */
final class ClassPath {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final String SYSTEM = "jdk.internal.loader.ClassLoaders$AppClassLoader";
  private static final Set<String> SEARCH_THEIR_URLS =
      Set.of(
          "java.net.URLClassLoader",
          "java.net.FactoryURLClassLoader",
          "org.springframework.boot.loader.launch.LaunchedClassLoader",
          "org.springframework.boot.loader.LaunchedURLClassLoader");

  private final Map<String, Location> archives = new LinkedHashMap<>();
  private final Set<Path> folders = new LinkedHashSet<>();
  private boolean complete = true;

  /** Opens an archive; the result is null if it is not one. */
  @FunctionalInterface
  interface Opening {
    @Nullable OpenArchive open() throws IOException;
  }

  /**
   * An archive.
   *
   * @param address what the address of a resource in it begins with: {@code jar:file:/a.jar}
   * @param listed whether it is only named in a list, which may contain other things
   */
  record Location(String address, Opening opening, boolean listed) {}

  private ClassPath() {}

  static ClassPath of(String root, ClassLoader loader) throws IOException {
    ClassPath all = new ClassPath();
    all.complete = JdkModules.areOfTheJdk(ModuleLayer.boot()) && JdkModules.holdNothingBelow(root);
    // An element without an entry for the root has a manifest, or is in a list, or is a folder.
    for (String name : List.of(root, MANIFEST, "")) {
      for (URL url : Collections.list(loader.getResources(name))) {
        all.addHolder(url, name);
      }
    }
    for (ClassLoader at = loader; at != null; at = at.getParent()) {
      all.addListed(at);
    }
    return all;
  }

  /** Whether nothing can be found anywhere else. */
  boolean isComplete() {
    return complete;
  }

  Collection<Location> archives() {
    return archives.values();
  }

  /** The folders, which are looked at each time. */
  List<Path> folders() {
    return new ArrayList<>(folders);
  }

  boolean holds(String address) {
    return archives.containsKey(address);
  }

  boolean holds(Path folder) {
    return folders.contains(folder);
  }

  /** The address of an archive that is a file. */
  static String address(Path archive) {
    return "jar:file:" + archive.toUri().getRawPath();
  }

  /** Whether an archive is a file, and not in another archive. */
  static boolean isFile(String address) {
    return address.startsWith("jar:file:") && !address.contains("!/");
  }

  static Path toPath(URL url) throws IOException {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException("can't read the resource's address " + url, e);
    }
  }

  /** The folder or archive that a resource was found in. */
  private void addHolder(URL url, String name) throws IOException {
    String text = url.toString();
    if (url.getProtocol().equals("file")) {
      addFolder(toPath(url), name);
    } else if (text.contains("!/")) {
      String archive = text.substring(0, text.lastIndexOf("!/"));
      add(new Location(archive, () -> OpenArchive.at(url), false));
    }
    // Anything else comes from a module, judged by its name, or from a place in a list.
  }

  private void addFolder(Path resource, String name) {
    Path folder = resource;
    for (int up = name.isEmpty() ? 0 : name.split("/").length; up > 0 && folder != null; up--) {
      folder = folder.getParent();
    }
    // A loader may give the same address for any name.
    if (folder != null && folder.resolve(name).equals(resource)) {
      folders.add(folder);
    }
  }

  private void addListed(ClassLoader loader) throws IOException {
    String kind = loader.getClass().getName();
    if (loader == ClassLoader.getSystemClassLoader() && kind.equals(SYSTEM)) {
      addClassPathOfTheJvm();
    } else if (SEARCH_THEIR_URLS.contains(kind) && loader instanceof URLClassLoader known) {
      for (URL url : known.getURLs()) {
        addListed(url);
      }
    } else if (loader != ClassLoader.getPlatformClassLoader()) {
      complete = false;
    }
  }

  private void addListed(URL url) throws IOException {
    String text = url.toString();
    if (text.startsWith("jar:") && text.endsWith("!/")) {
      add(new Location(text.substring(0, text.length() - 2), () -> OpenArchive.at(url), true));
    } else if (!url.getProtocol().equals("file")) {
      complete = false;
    } else if (text.endsWith("/")) {
      folders.add(toPath(url));
    } else {
      addFile("jar:" + text, toPath(url));
    }
  }

  private void addClassPathOfTheJvm() {
    String list = System.getProperty("java.class.path", "");
    if (list.isEmpty() && System.getProperty("jdk.module.main") != null) {
      return; // Otherwise it would mean the current folder.
    }
    for (String entry : list.split(File.pathSeparator, -1)) {
      try {
        Path at = Path.of(entry).toAbsolutePath();
        if (Files.isDirectory(at)) {
          folders.add(at);
        } else {
          addFile(address(at), at);
        }
      } catch (InvalidPathException e) {
        complete = false;
      }
    }
  }

  private void addFile(String address, Path file) {
    if (Files.isReadable(file)) { // Class paths often name missing files.
      add(new Location(address, () -> new OpenArchive(new JarFile(file.toFile())), true));
    }
  }

  private void add(Location archive) {
    archives.putIfAbsent(archive.address(), archive);
  }
}
