package dev.autoversion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files below a directory. Links are resolved at each look, so that a deploy that switches one
 * is seen; a file counts only while its real path is below the root's, unless links may lead
 * anywhere.
 */
record DirectorySource(Path root, Links links) implements AssetSource {
  private static final System.Logger LOG = System.getLogger("dev.autoversion");
  private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

  /** Where links may lead. */
  enum Links {
    INSIDE,
    ANYWHERE
  }

  static DirectorySource of(Path given, Links links) {
    Path root = absolute(Objects.requireNonNull(given, "root"));
    if (root.equals(Path.of("/"))) { // A drive, or another file system, may be for assets.
      throw new IllegalArgumentException(
          root + " would publish the whole disk; name a folder that holds only assets");
    }
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new IllegalArgumentException(root + " is not a directory; mount the one that holds it");
    }
    if (Files.notExists(root)) {
      LOG.log(
          System.Logger.Level.WARNING, "{0} does not exist; its assets count once it does", root);
    }
    return new DirectorySource(root, links);
  }

  /**
   * The whole path, for messages, without {@code .} segments. A path with {@code ..} is left as
   * given: after a link, it leads elsewhere than its text says.
   */
  private static Path absolute(Path given) {
    Path whole = given.toAbsolutePath();
    Path plain = whole.getRoot();
    for (Path name : whole) {
      plain = name.toString().equals(".") ? plain : plain.resolve(name);
    }
    return plain;
  }

  @Override
  public Optional<Asset> find(LogicalPath path) throws IOException {
    return find(path, new HashSet<>());
  }

  @Override
  public Optional<Asset> find(LogicalPath path, Set<Object> facts) throws IOException {
    if (WindowsNames.forbid(root, path)) {
      return Optional.empty();
    }
    Optional<Path> named = named(path);
    return named.isEmpty() ? Optional.empty() : find(path, facts, named.get());
  }

  @Override
  public Stream<LogicalPath> paths() throws IOException {
    Optional<Path> base = realRoot();
    return base.isEmpty() ? Stream.empty() : Listing.of(List.of(Folder.root(base.get(), links)));
  }

  @Override
  public Optional<String> whyAbsent(LogicalPath path) throws IOException {
    if (WindowsNames.forbid(root, path)) {
      return Optional.of("it is a name that Windows takes for something else");
    }
    Optional<Path> named;
    try {
      named = named(path);
    } catch (IOException e) {
      return Optional.ofNullable(e.getMessage());
    }
    return named.isEmpty() ? Optional.empty() : new Absence(this, path, named.get()).reason();
  }

  @Override
  public String toString() {
    return "directory " + root;
  }

  private Optional<Path> realRoot() throws IOException {
    try {
      return Optional.of(root.toRealPath());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Optional<Path> named(LogicalPath path) throws IOException {
    try {
      return Optional.of(root.resolve(path.value()));
    } catch (InvalidPathException e) {
      if (StandardCharsets.US_ASCII.newEncoder().canEncode(path.value())) {
        return Optional.empty();
      }
      throw new IOException(
          "this JVM's locale can't express the file name; start it with LC_ALL=C.UTF-8", e);
    }
  }

  private Optional<Asset> find(LogicalPath path, Set<Object> facts, Path named) throws IOException {
    try {
      boolean quick = isOnLinux(root) && !Spelling.mayBeSecondName(path.value());
      Optional<Asset> plain = quick ? findPlain(path, facts, named) : Optional.empty();
      return plain.isPresent() ? plain : findReal(path);
    } catch (NoSuchFileException | FileSystemLoopException e) {
      return Optional.empty();
    } catch (IOException e) {
      if (DeadEnd.isOn(root, path)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** On other systems the real path is always needed: it shows how the disk spells a name. */
  private static boolean isOnLinux(Path path) {
    return LINUX && path.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  /**
   * The file, if no folder on the way is a link, and the disk, which may be another system's, has
   * no other spelling for it. What an earlier look has found so of a file is true of all in its
   * folder, of which only the inode is checked: each check takes a tenth of the time of a first
   * look-up.
   */
  private Optional<Asset> findPlain(LogicalPath path, Set<Object> facts, Path named)
      throws IOException {
    Object folder = folder(path);
    boolean known = facts.contains(folder);
    if (!known && leadsThroughLink(path)) {
      return Optional.empty();
    }
    Optional<Asset> found = FileAsset.regular(path, named);
    if (found.isEmpty() || known) {
      return found;
    }
    if (!Spelling.hasOneSpelling(root, path)) {
      return Optional.empty();
    }
    facts.add(folder);
    return found;
  }

  private Object folder(LogicalPath path) throws IOException {
    int slash = path.value().lastIndexOf('/');
    if (slash < 0) {
      return List.of(root);
    }
    String folder = path.value().substring(0, slash);
    Object inode = Files.readAttributes(root.resolve(folder), BasicFileAttributes.class).fileKey();
    return List.of(root, folder, Objects.requireNonNull(inode, "inode"));
  }

  /**
   * Whether a folder between the root and the file is a link. Without one, the file's real path is
   * below the root's and need not be computed: both together took half the time of a first look-up.
   */
  private boolean leadsThroughLink(LogicalPath path) throws IOException {
    String name = path.value();
    for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
      Path folder = root.resolve(name.substring(0, end));
      if (Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isSymbolicLink()) {
        return true;
      }
    }
    return false;
  }

  /** Below the root's real path: a deploy may switch the root to another one meanwhile. */
  private Optional<Asset> findReal(LogicalPath path) throws IOException {
    Path base = root.toRealPath();
    Path real = base.resolve(path.value()).toRealPath();
    return mayLeadTo(base, real) && isSpelled(base, real, path)
        ? FileAsset.regular(path, real)
        : Optional.empty();
  }

  /** Whether a file may lie here. */
  boolean mayLeadTo(Path base, Path real) {
    return links == Links.ANYWHERE || real.startsWith(base);
  }

  /**
   * A real path shows how the disk spells a name, unless a link gave it another name, or Linux
   * repeats it as it was asked.
   */
  static boolean isSpelled(Path base, Path real, LogicalPath path) throws IOException {
    boolean plain = real.startsWith(base) && unixText(base.relativize(real)).equals(path.value());
    return plain && !isOnLinux(base) || Spelling.isExact(base, path);
  }

  /** With slashes, whatever the file system uses: {@code js/app.js}. */
  static String unixText(Path relative) {
    return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
  }
}
