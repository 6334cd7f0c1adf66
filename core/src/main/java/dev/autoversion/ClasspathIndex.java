package dev.autoversion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipException;

/**
 * The names below a resource root in all archives of a class path, taken down once: nothing changes
 * in an archive while it is open. It only ever says that a name is <em>not</em> there, in
 * microseconds; the class loader would ask each archive and each module of the JDK. Which of them
 * has what is there, and which comes first, only the loader says.
 */
final class ClasspathIndex {
  private static final String VERSIONS = "META-INF/versions/";

  private final String prefix;
  private final ClassPath classPath;
  private final List<Path> folders;
  private final List<ClassPath.Location> archives = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  // For some Java versions, in an archive for several.
  private final Set<String> versioned = new HashSet<>();
  // In several archives.
  private final Set<String> several = new HashSet<>();
  private boolean whole;

  private ClasspathIndex(String root, ClassPath classPath) {
    this.prefix = root + "/";
    this.classPath = classPath;
    this.folders = classPath.folders().stream().map(folder -> folder.resolve(root)).toList();
    this.whole = classPath.isWhole();
  }

  static ClasspathIndex of(String root, ClassLoader loader) throws IOException {
    ClasspathIndex index = new ClasspathIndex(root, ClassPath.of(root, loader));
    for (ClassPath.Location archive : index.classPath.archives()) {
      index.add(archive);
    }
    return index;
  }

  /** What the names of all assets begin with in an archive: {@code static/}. */
  String prefix() {
    return prefix;
  }

  List<ClassPath.Location> archives() {
    return archives;
  }

  /** The root in each folder of the class path, whether it is there or not. */
  List<Path> folders() {
    return folders;
  }

  /** Whether a resource of this name, or a folder where it ends with a slash, may be found. */
  boolean mayHave(String name) {
    return !whole || names.contains(name) || isInFolder(name, true);
  }

  /** Whether the one archive that has this name is where the class loader finds it. */
  boolean isOnlyOne(String name) {
    boolean one = !several.contains(name) && !names.contains(name + "/");
    return whole && one && !isInFolder(name, true);
  }

  /** Whether an archive may have other bytes under this name than its entry of that name. */
  boolean isVersioned(String name) {
    return versioned.contains(name);
  }

  /** Whether a resource of this name lies in an archive or a folder, for any Java version. */
  boolean has(String name) {
    return names.contains(name) || isInFolder(name, false);
  }

  /** Whether names lie below this one. */
  boolean isFolder(String name) {
    return names.stream().anyMatch(other -> other.startsWith(name + "/"));
  }

  /** Whether it is certain that the root does not exist; a loader may hide what it has. */
  boolean isEmpty() {
    boolean anything = !archives.isEmpty() || !folders.isEmpty();
    return names.isEmpty() && (whole || anything) && folders.stream().noneMatch(Files::exists);
  }

  /**
   * Whether a folder has this name.
   *
   * @param otherwise the answer where this JVM can't express it: the class loader may know better
   */
  private boolean isInFolder(String name, boolean otherwise) {
    try {
      for (Path folder : folders) {
        if (Files.exists(folder.resolve(name))) {
          return true;
        }
      }
      return false;
    } catch (InvalidPathException e) {
      return otherwise;
    }
  }

  private void add(ClassPath.Location location) throws IOException {
    try (OpenArchive archive = location.opening().open()) {
      if (archive == null) {
        whole = false;
        return;
      }
      archive.names().forEach(this::add);
      whole &= !refersToOthers(location.address(), archive);
      archives.add(location);
    } catch (NoSuchFileException | ZipException e) {
      // Class paths name much that is no archive, and loaders pass over it.
      if (!location.listed()) {
        archives.add(location);
      }
    }
  }

  private void add(String entry) {
    String name = entry;
    boolean ofVersion = entry.startsWith(VERSIONS);
    if (ofVersion) {
      name = entry.substring(entry.indexOf('/', VERSIONS.length()) + 1);
    }
    if (name.startsWith(prefix)) {
      String below = name.substring(prefix.length());
      boolean first = names.add(below);
      if (ofVersion) {
        versioned.add(below);
      } else if (!first && !below.endsWith("/")) {
        several.add(below);
      }
    }
  }

  /** Whether the archive's manifest names another one that is not known. */
  private boolean refersToOthers(String address, OpenArchive archive) throws IOException {
    if (address.startsWith("jar:nested:")) {
      return false; // Whose manifests the JDK does not read.
    }
    if (archive.jar().getEntry("META-INF/INDEX.LIST") != null) {
      return true;
    }
    Manifest manifest = archive.jar().getManifest();
    String others =
        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    if (others == null) {
      return false;
    }
    for (String other : others.split(" ")) {
      if (!other.isEmpty() && !isKnown(other, Path.of(archive.jar().getName()))) {
        return true;
      }
    }
    return false;
  }

  /** Of an element of a manifest's {@code Class-Path}: a URL, relative or not. */
  private boolean isKnown(String element, Path archive) {
    if (element.indexOf(':') >= 0 || element.indexOf('%') >= 0) {
      return classPath.holds("jar:" + element);
    }
    try {
      Path other = archive.toAbsolutePath().resolveSibling(element).normalize();
      return classPath.holds(ClassPath.address(other))
          || classPath.holds(other)
          || Files.notExists(other);
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
