package dev.autoversion.servlet;

import dev.autoversion.AssetResponse;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lets Tomcat send large answers by itself, from copies in the context's temporary folder, so that
 * the bytes don't pass through the program. Tomcat opens a file by its name only after the filter
 * has returned; by then, one of the site's own files may have changed. Nobody rewrites our copy,
 * which was written by the very answer that was hashed.
 *
 * <p>The second request for an answer makes its copy. Copies are never deleted while the context
 * runs, since Tomcat may be about to open one; a copy that was deleted by a clean-up of temporary
 * folders is made again. If there is no room for more, answers are written as in any other
 * container.
 */
final class Sendfile {
  // Tomcat's own servlet sends smaller ones from memory, too.
  private static final long LEAST = 1 << 19;
  static final long ROOM = 1 << 27;

  private static final String TOMCAT = "org.apache.catalina.connector.";
  private static final String OFFERED = "org.apache.tomcat.sendfile.support";
  private static final String FILE = "org.apache.tomcat.sendfile.filename";
  private static final String START = "org.apache.tomcat.sendfile.start";
  private static final String END = "org.apache.tomcat.sendfile.end";
  private static final System.Logger LOG = System.getLogger("dev.autoversion");

  private final @Nullable Path folder;
  private final AtomicLong room;
  private final AtomicInteger names = new AtomicInteger();
  private final AtomicBoolean warned = new AtomicBoolean();
  // The key identifies an answer: a validator of its bytes, and the decoded path.
  private final Map<String, Copy> copies = new ConcurrentHashMap<>();

  private Sendfile(@Nullable Path folder, long room) {
    this.folder = folder;
    this.room = new AtomicLong(room);
  }

  /** For a filter that no container has started. */
  static Sendfile none() {
    return new Sendfile(null, 0);
  }

  /** With a folder of the filter's own, from which an earlier run's files are deleted. */
  static Sendfile of(FilterConfig config, long room) {
    if (!(config.getServletContext().getAttribute(ServletContext.TEMPDIR) instanceof File folder)) {
      return none();
    }
    String name = "autoversion-" + Integer.toHexString(config.getFilterName().hashCode());
    Sendfile sendfile = new Sendfile(folder.toPath().resolve(name), room);
    sendfile.clear();
    return sendfile;
  }

  /** Lets Tomcat send the body of an answer; false if it must be written here. */
  boolean handOver(AssetResponse answer, HttpServletRequest request, HttpServletResponse response) {
    long length = answer.body().length();
    String etag = answer.headers().get("ETag");
    if (folder == null
        || answer.status() != HttpServletResponse.SC_OK
        || length < LEAST
        || etag == null
        || !isOffered(request, response)) {
      return false;
    }
    String path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    String key = etag + " " + length + " " + path;
    Path copy = copies.computeIfAbsent(key, any -> new Copy()).of(answer.body(), folder);
    if (copy == null) {
      return false;
    }
    request.setAttribute(FILE, copy.toString());
    request.setAttribute(START, 0L);
    request.setAttribute(END, length);
    return true;
  }

  /**
   * The same condition as in Tomcat's own servlet, since wrappers of the response would not see the
   * bytes; and not over HTTP/2, where Tomcat closes the connection, with all other answers on it,
   * when a browser cancels one that is sent this way.
   */
  private static boolean isOffered(HttpServletRequest request, HttpServletResponse response) {
    return Boolean.TRUE.equals(request.getAttribute(OFFERED))
        && request.getProtocol().startsWith("HTTP/1.")
        && request.getClass().getName().equals(TOMCAT + "RequestFacade")
        && response.getClass().getName().equals(TOMCAT + "ResponseFacade");
  }

  /** Deletes all copies. */
  void clear() {
    if (folder == null) {
      return;
    }
    copies.clear();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (NoSuchFileException e) {
      // None was made.
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "copies in " + folder + " can't be deleted", e);
    }
  }

  /** One answer, and its copy once it has been asked for twice. */
  private final class Copy {
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<@Nullable Written> written = new AtomicReference<>();

    @Nullable Path of(AssetResponse.Body body, Path folder) {
      Written known = written.get();
      if (known != null && !known.isThere() && written.compareAndSet(known, null)) {
        room.addAndGet(known.size());
        asked.set(1);
      }
      if (written.get() == null && asked.get() < 2 && asked.incrementAndGet() == 2) {
        written.set(write(body, folder));
      }
      Written now = written.get();
      return now == null ? null : now.file();
    }
  }

  /**
   * A copy as it was written. Others may clean up temporary folders, and another program that uses
   * the same folder may have put its own file there.
   */
  private record Written(Path file, long size, FileTime modified, @Nullable Object key) {
    static Written of(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Written(file, now.size(), now.lastModifiedTime(), now.fileKey());
    }

    boolean isThere() {
      try {
        Written now = of(file);
        // Part by part, since a record's own equals would keep this class loader alive.
        return size == now.size && modified.equals(now.modified) && Objects.equals(key, now.key);
      } catch (IOException e) {
        return false;
      }
    }
  }

  private @Nullable Written write(AssetResponse.Body body, Path folder) {
    if (room.addAndGet(-body.length()) < 0) {
      room.addAndGet(body.length());
      return null;
    }
    Path file = unused(folder);
    try {
      Files.createDirectories(folder);
      try (OutputStream out =
          Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        body.writeTo(out);
      }
      return Written.of(file);
    } catch (IOException | RuntimeException e) { // The latter from a user's own source.
      // If the asset is at fault, writing it to the browser will show that.
      room.addAndGet(body.length());
      delete(file);
      warn(folder, e);
      return null;
    }
  }

  private Path unused(Path folder) {
    Path file;
    do {
      file = folder.resolve(String.valueOf(names.incrementAndGet()));
    } while (Files.exists(file));
    return file;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The folder is cleared when the context ends.
    }
  }

  private void warn(Path folder, Exception e) {
    if (warned.compareAndSet(false, true)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "a large answer can't be copied to "
              + folder
              + " for Tomcat to send; it is written instead, which costs more",
          e);
    }
  }
}
