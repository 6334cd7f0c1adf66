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
 * The names below a resource root in all archives of a class path, listed once, since an open
 * archive does not change. It only answers that a name is <em>not</em> there, in microseconds; the
 * class loader would ask each archive and each module of the JDK. Where an existing name is found,
 * and which comes first, only the loader decides.
 */
final class ClasspathIndex {
  private static final String VERSIONS = "META-INF/versions/";

  private final String prefix;
  private final ClassPath classPath;
  private final List<Path> folders;
  private final List<ClassPath.Location> archives = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  // Names for certain Java versions, from multi-release archives.
  private final Set<String> versioned = new HashSet<>();
  // Names that are in several archives.
  private final Set<String> several = new HashSet<>();
  private boolean complete;

  private ClasspathIndex(String root, ClassPath classPath) {
    this.prefix = root + "/";
    this.classPath = classPath;
    this.folders = classPath.folders().stream().map(folder -> folder.resolve(root)).toList();
    this.complete = classPath.isComplete();
  }

  static ClasspathIndex of(String root, ClassLoader loader) throws IOException {
    ClasspathIndex index = new ClasspathIndex(root, ClassPath.of(root, loader));
    for (ClassPath.Location archive : index.classPath.archives()) {
      index.add(archive);
    }
    return index;
  }

  /** The prefix of all assets' names in an archive: {@code static/}. */
  String prefix() {
    return prefix;
  }

  List<ClassPath.Location> archives() {
    return archives;
  }

  /** The root in each folder of the class path, whether or not it exists. */
  List<Path> folders() {
    return folders;
  }

  /** Whether a resource with this name (a folder, if it ends with a slash) may be found. */
  boolean mayHave(String name) {
    return !complete || names.contains(name) || isInFolder(name, true);
  }

  /** Whether the class loader finds this name in the only archive that has it. */
  boolean isOnlyOne(String name) {
    boolean one = !several.contains(name) && !names.contains(name + "/");
    return complete && one && !isInFolder(name, true);
  }

  /** Whether an archive may give other bytes for this name than its entry of that name has. */
  boolean isVersioned(String name) {
    return versioned.contains(name);
  }

  /** Whether a resource with this name is in an archive or a folder, for any Java version. */
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
    return names.isEmpty() && (complete || anything) && folders.stream().noneMatch(Files::exists);
  }

  /**
   * Whether a folder has this name.
   *
   * @param otherwise the answer if this JVM can't express the name: the class loader may know
   *     better
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
        complete = false;
        return;
      }
      archive.names().forEach(this::add);
      complete &= !refersToOthers(location.address(), archive);
      archives.add(location);
    } catch (NoSuchFileException | ZipException e) {
      // Class paths name many things that are not archives, and loaders ignore them.
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

  /** Whether the archive's manifest names another archive that is not known. */
  private boolean refersToOthers(String address, OpenArchive archive) throws IOException {
    if (address.startsWith("jar:nested:")) {
      return false; // The JDK does not read their manifests.
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

  /**
   * Whether an element of a manifest's {@code Class-Path}, a URL that may be relative, is known.
   */
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
