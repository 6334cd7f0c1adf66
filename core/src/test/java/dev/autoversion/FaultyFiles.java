package dev.autoversion;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The real file system, except that operations fail when they are told to. Reads only. */
final class FaultyFiles extends FileSystemProvider {
  private final FileSystem real = FileSystems.getDefault();
  private final FileSystem faulty = new Faulty();
  private volatile Fault fault = (operation, path) -> {};
  private volatile String forbidden = "";
  private volatile String unlisted = "";

  /** What is asked of a file. */
  enum Operation {
    REAL_PATH,
    /** Those of what a link leads to. */
    ATTRIBUTES,
    /** Those of a link itself. */
    OWN_ATTRIBUTES,
    OPEN,
    /** Each time bytes are asked for. */
    READ,
    CLOSE,
    LIST
  }

  /** Decides whether an operation goes wrong. */
  @FunctionalInterface
  interface Fault {
    void before(Operation operation, Path path) throws IOException;
  }

  void fail(Fault other) {
    fault = other;
  }

  /** Has no path of this name, as where a disk or a locale can't express it. */
  void forbid(String name) {
    forbidden = name;
  }

  /** Leaves a name out of lists, as NTFS does with a second, short one. */
  void hide(String name) {
    unlisted = name;
  }

  void recover() {
    fault = (operation, path) -> {};
  }

  /** The same path in this file system. */
  Path path(Path path) {
    return (Path)
        Proxy.newProxyInstance(
            FaultyFiles.class.getClassLoader(),
            new Class<?>[] {Path.class},
            (proxy, method, arguments) -> call(path, method, arguments));
  }

  private Object call(Path path, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("getFileSystem")) {
      return faulty;
    }
    if (method.getName().equals("toRealPath")) {
      fault.before(Operation.REAL_PATH, path);
    }
    if (method.getName().equals("resolve") && arguments[0].equals(forbidden)) {
      throw new InvalidPathException(forbidden, "it can't be expressed");
    }
    Object[] unwrapped = arguments == null ? new Object[0] : arguments.clone();
    for (int i = 0; i < unwrapped.length; i++) {
      unwrapped[i] = unwrapped[i] instanceof Path other ? real(other) : unwrapped[i];
    }
    try {
      Object result = method.invoke(path, unwrapped);
      return result instanceof Path other ? path(other) : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Operation attributes(LinkOption... options) {
    return options.length == 0 ? Operation.ATTRIBUTES : Operation.OWN_ATTRIBUTES;
  }

  private Path real(Path path) {
    return path.getFileSystem() == faulty ? real.getPath(path.toString()) : path;
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    fault.before(Operation.OPEN, real(path));
    return new Channel(real.provider().newByteChannel(real(path), options, attributes), real(path));
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path directory, DirectoryStream.Filter<? super Path> filter) throws IOException {
    fault.before(Operation.LIST, real(directory));
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream =
        real.provider().newDirectoryStream(real(directory), filter)) {
      for (Path entry : stream) {
        if (!entry.getFileName().toString().equals(unlisted)) {
          entries.add(path(entry));
        }
      }
    }
    return new Entries(entries);
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    fault.before(Operation.ATTRIBUTES, real(path));
    real.provider().checkAccess(real(path), modes);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    fault.before(attributes(options), real(path));
    return real.provider().readAttributes(real(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    fault.before(attributes(options), real(path));
    return real.provider().readAttributes(real(path), attributes, options);
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return path(real.provider().readSymbolicLink(real(link)));
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return real.provider().isSameFile(real(path), real(other));
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return real.provider().getFileAttributeView(real(path), type, options);
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return real.provider().isHidden(real(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return real.provider().getFileStore(real(path));
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return faulty;
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void createDirectory(Path directory, FileAttribute<?>... attributes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  private record Entries(List<Path> entries) implements DirectoryStream<Path> {
    @Override
    public Iterator<Path> iterator() {
      return entries.iterator();
    }

    @Override
    public void close() {}
  }

  private final class Channel implements SeekableByteChannel {
    private final SeekableByteChannel bytes;
    private final Path path;

    Channel(SeekableByteChannel bytes, Path path) {
      this.bytes = bytes;
      this.path = path;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
      fault.before(Operation.READ, path);
      return bytes.read(buffer);
    }

    /** Closed all the same, as by an operating system. */
    @Override
    public void close() throws IOException {
      bytes.close();
      fault.before(Operation.CLOSE, path);
    }

    @Override
    public boolean isOpen() {
      return bytes.isOpen();
    }

    @Override
    public long position() throws IOException {
      return bytes.position();
    }

    @Override
    public SeekableByteChannel position(long place) throws IOException {
      bytes.position(place);
      return this;
    }

    @Override
    public long size() throws IOException {
      return bytes.size();
    }

    @Override
    public int write(ByteBuffer buffer) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new UnsupportedOperationException();
    }
  }

  private final class Faulty extends FileSystem {
    @Override
    public FileSystemProvider provider() {
      return FaultyFiles.this;
    }

    @Override
    public void close() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public boolean isReadOnly() {
      return true;
    }

    @Override
    public String getSeparator() {
      return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
      return real.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
      return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
      return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
      return path(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
      return real.getPathMatcher(pattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
      return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
      throw new UnsupportedOperationException();
    }
  }
}
