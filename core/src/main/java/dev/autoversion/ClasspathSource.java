package dev.autoversion;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The resources below a name on the class path. A resource that is a file is treated as the
 * directory source treats it; any other is found by the class loader, which knows jars, nested jars
 * and modules, and read at the address that it gives.
 */
record ClasspathSource(String root, ClassLoader loader) implements AssetSource {
  private static final Set<String> TOO_WIDE = Set.of("", "meta-inf", "web-inf");

  static ClasspathSource of(String resourceRoot, ClassLoader loader) {
    String root = trimSlashes(resourceRoot);
    if (TOO_WIDE.contains(root.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          Printable.quote(resourceRoot)
              + " would publish classes and configuration; name a folder that holds only assets,"
              + " like 'static' or 'META-INF/resources/webjars'");
    }
    for (String segment : root.split("/", -1)) {
      boolean plain = !segment.isEmpty() && !segment.equals(".") && !segment.equals("..");
      if (!plain || segment.indexOf('\\') >= 0) { // On Windows a separator, too.
        throw new IllegalArgumentException(
            "a resource root is a plain name like 'static', unlike "
                + Printable.quote(resourceRoot));
      }
    }
    return new ClasspathSource(root, loader);
  }

  static ClassLoader contextClassLoader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? ClasspathSource.class.getClassLoader() : context;
  }

  @Override
  public Optional<Asset> find(LogicalPath path) throws IOException {
    String name = root + "/" + path.value();
    URL url = loader.getResource(name);
    if (url == null) {
      return Optional.empty();
    }
    if (url.getProtocol().equals("file")) {
      return new DirectorySource(rootOf(url, path)).find(path);
    }
    // A jar's directory is opened as if it were an empty file, so it is asked for by its own name.
    boolean directory = loader.getResource(name + "/") != null;
    return directory ? Optional.empty() : Optional.of(new ClasspathAsset(path, url, name));
  }

  /**
   * Those in folders and archives that hold the root itself. A class loader can't be asked for
   * more: an archive without entries for its folders lists nothing.
   */
  @Override
  public Stream<LogicalPath> paths() throws IOException {
    List<Listing.Place> places = new ArrayList<>();
    for (URL url : Collections.list(loader.getResources(root))) {
      places.add(listing -> list(url, listing));
    }
    return Listing.of(places).distinct();
  }

  @Override
  public String toString() {
    return "class path " + root;
  }

  private void list(URL url, Listing listing) throws IOException {
    if (url.getProtocol().equals("file")) {
      listing.add(Folder.root(toPath(url).toRealPath()));
    } else if (url.openConnection() instanceof JarURLConnection archive) {
      list(archive, listing);
    }
  }

  private void list(JarURLConnection archive, Listing listing) throws IOException {
    archive.setUseCaches(false);
    String prefix = root + "/";
    try (JarFile jar = archive.getJarFile()) {
      jar.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(prefix))
          .map(name -> LogicalPath.of(name.substring(prefix.length())))
          .flatMap(Optional::stream)
          .forEach(listing::add);
    }
  }

  /** The directory that stands for the resource root, found by going up from the resource. */
  private static Path rootOf(URL url, LogicalPath path) throws IOException {
    Path at = toPath(url);
    int up = path.value().split("/").length;
    for (int i = 0; i < up; i++) {
      at = Optional.ofNullable(at.getParent()).orElse(at);
    }
    return at;
  }

  private static Path toPath(URL url) throws IOException {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IOException("can't read the resource's address " + url, e);
    }
  }

  private static String trimSlashes(String text) {
    int from = text.startsWith("/") ? 1 : 0;
    int to = text.length() > from && text.endsWith("/") ? text.length() - 1 : text.length();
    return text.substring(from, to);
  }
}
