package dev.autoversion;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The resources below a name on the class path. A resource that is a file is treated as in the
 * directory source; any other is found by the class loader, which knows jars, nested jars and
 * modules, and is read at the address that the loader gives.
 */
final class ClasspathSource implements AssetSource {
  private static final System.Logger LOG = System.getLogger("dev.autoversion");
  private static final Set<String> TOO_WIDE = Set.of("", "meta-inf", "web-inf");

  private final String root;
  private final ClassLoader loader;
  private final Once<ClasspathIndex> index;

  private ClasspathSource(String root, ClassLoader loader) {
    this.root = root;
    this.loader = loader;
    this.index = new Once<>(() -> ClasspathIndex.of(root, loader));
  }

  static ClasspathSource of(String resourceRoot, ClassLoader loader) {
    Objects.requireNonNull(resourceRoot, "resourceRoot");
    Objects.requireNonNull(loader, "loader");
    String root = trimSlashes(resourceRoot);
    if (TOO_WIDE.contains(root.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          Printable.quote(resourceRoot)
              + " would publish classes and configuration; name a folder that holds only assets,"
              + " like 'static' or 'META-INF/resources/webjars'");
    }
    for (String segment : root.split("/", -1)) {
      if (!LogicalPath.isSegment(segment)) {
        throw new IllegalArgumentException(
            "a resource root is a plain name like 'static', unlike "
                + Printable.quote(resourceRoot));
      }
    }
    ClasspathSource source = new ClasspathSource(root, loader);
    source.warnIfAbsent();
    return source;
  }

  static ClassLoader contextClassLoader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? ClasspathSource.class.getClassLoader() : context;
  }

  @Override
  public Optional<Asset> find(LogicalPath path) throws IOException {
    return find(path, new HashSet<>());
  }

  @Override
  public Optional<Asset> find(LogicalPath path, Set<Object> facts) throws IOException {
    if (!index.get().mayHave(path.value())) {
      return Optional.empty();
    }
    String name = name(path);
    URL url = loader.getResource(name);
    if (url == null) {
      return Optional.empty();
    }
    if (url.getProtocol().equals("file")) {
      return folder(rootOf(url, path)).find(path, facts);
    }
    return isFolder(path, url)
        ? Optional.empty()
        : Optional.of(new ClasspathAsset(path, url, name));
  }

  /** As far as the class loader reveals where it searches. */
  @Override
  public Stream<LogicalPath> paths() throws IOException {
    ClasspathIndex known = index.get();
    List<Listing.Place> places = new ArrayList<>();
    for (Path folder : known.folders()) {
      places.add(listing -> list(folder, listing));
    }
    for (ClassPath.Location archive : known.archives()) {
      places.add(listing -> list(archive, listing));
    }
    return Listing.of(places).distinct();
  }

  @Override
  public Stream<Asset> assets() throws IOException {
    return new ArchiveTour(this, index.get()).assets();
  }

  @Override
  public Optional<String> whyAbsent(LogicalPath path) throws IOException {
    for (Path folder : index.get().folders()) {
      Optional<String> reason =
          Files.exists(folder) ? folder(folder).whyAbsent(path) : Optional.empty();
      if (reason.isPresent()) {
        return reason;
      }
    }
    URL url = loader.getResource(name(path));
    if (url == null && index.get().has(path.value())) {
      return Optional.of(
          index.get().isVersioned(path.value())
              ? "it is there for another version of Java only"
              : notGiven(name(path)));
    }
    boolean folder = url == null ? index.get().isFolder(path.value()) : isFolder(path, url);
    return folder ? Optional.of("it is a folder") : Optional.empty();
  }

  @Override
  public String toString() {
    return "class path " + root;
  }

  /** The class loader's name for an asset. */
  private String name(LogicalPath path) {
    return root + "/" + path.value();
  }

  /** A folder of a module is a package, if its name allows, and encapsulated like any other. */
  private static String notGiven(String name) {
    String folder = name.substring(0, name.lastIndexOf('/')).replace('/', '.');
    return "it is there, but the class loader does not give it away: its module would have to say"
        + " 'opens "
        + folder
        + ";'";
  }

  private void warnIfAbsent() {
    try {
      boolean found = loader.getResource(root) != null || loader.getResource(root + "/") != null;
      if (!found && index.get().isEmpty()) {
        LOG.log(
            System.Logger.Level.WARNING,
            "{0} does not exist; is it spelt as in the folder or jar that holds it?",
            this);
      }
    } catch (IOException e) {
      // Reported when an asset is looked for.
    }
  }

  /** A jar's folder opens like an empty file, so it is recognised by its own entry. */
  private boolean isFolder(LogicalPath path, URL url) throws IOException {
    String text = url.toString();
    if (text.endsWith("/")) {
      return true; // A module's reader added the slash.
    }
    if (!index.get().mayHave(path.value() + "/")) {
      return false;
    }
    URL folder = loader.getResource(name(path) + "/");
    boolean comparable = text.contains("!/"); // Otherwise each loader has its own form.
    return folder != null && (!comparable || folder.toString().equals(text + "/"));
  }

  private void list(Path folder, Listing listing) throws IOException {
    if (Files.exists(folder)) {
      listing.add(Folder.root(folder.toRealPath(), DirectorySource.Links.INSIDE));
    }
  }

  private void list(ClassPath.Location location, Listing listing) throws IOException {
    String prefix = root + "/";
    try (OpenArchive archive = location.opening().open()) {
      if (archive != null) {
        archive
            .files()
            .map(ZipEntry::getName)
            .filter(name -> name.startsWith(prefix))
            .map(name -> LogicalPath.of(name.substring(prefix.length())))
            .flatMap(Optional::stream)
            .forEach(listing::add);
      }
    }
  }

  private static DirectorySource folder(Path at) {
    return new DirectorySource(at, DirectorySource.Links.INSIDE);
  }

  /** The directory of the resource root, found by going up from the resource. */
  private static Path rootOf(URL url, LogicalPath path) throws IOException {
    Path at = ClassPath.toPath(url);
    int up = path.value().split("/").length;
    for (int i = 0; i < up; i++) {
      at = Optional.ofNullable(at.getParent()).orElse(at);
    }
    return at;
  }

  private static String trimSlashes(String text) {
    int from = text.startsWith("/") ? 1 : 0;
    int to = text.length() > from && text.endsWith("/") ? text.length() - 1 : text.length();
    return text.substring(from, to);
  }
}
