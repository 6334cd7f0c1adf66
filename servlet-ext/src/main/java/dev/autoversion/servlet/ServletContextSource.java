package dev.autoversion.servlet;

import dev.autoversion.Asset;
import dev.autoversion.AssetSource;
import dev.autoversion.LogicalPath;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files below a folder of a web application, as its container finds them: unpacked, in a packed
 * WAR, and below {@code META-INF/resources} of its libraries. Choose it where {@link
 * ServletContext#getRealPath} gives nothing.
 *
 * <p>Names with one of {@code % ; ? #} are not found, since containers treat these characters
 * differently.
 */
public final class ServletContextSource implements AssetSource {
  // Characters at which some container decodes or cuts off names, even listed ones: to Jetty,
  // %2e%2e is the folder above.
  private static final String ODD = "%;?#";

  private final ServletContext context;
  private final String folder;
  private final PackedAsset.WebApp app;

  private ServletContextSource(ServletContext context, String folder) {
    this.context = context;
    this.folder = folder;
    this.app = new PackedAsset.WebApp(context, new PackedLibraries(context), new PackedArchives());
  }

  /**
   * The source of a folder: {@code (context, "/static")}.
   *
   * @param context the web application
   * @param folder a path that starts with one slash; {@code /} alone is everything but {@code
   *     WEB-INF} and {@code META-INF}
   * @return the source
   * @throws IllegalArgumentException if the folder is not such a path, or is never public
   */
  public static ServletContextSource of(ServletContext context, String folder) {
    String plain = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    boolean valid =
        folder.startsWith("/")
            && !isOdd(plain)
            && (plain.isEmpty() || LogicalPath.of(plain.substring(1) + "/x").isPresent());
    if (!valid) {
      throw new IllegalArgumentException(
          "a folder of a web application starts with one slash and is public, like '/static',"
              + " unlike '"
              + folder
              + "'");
    }
    return new ServletContextSource(context, plain);
  }

  @Override
  public Optional<Asset> find(LogicalPath path) throws IOException {
    String name = folder + "/" + path.value();
    @Nullable URL url = isOdd(name) ? null : context.getResource(name);
    if (url == null) {
      return Optional.empty();
    }
    if (url.getProtocol().equals("file")) {
      return Asset.ofFile(path, file(url));
    }
    return isFolder(name)
        ? Optional.empty()
        : Optional.of(new PackedAsset(path, app, name, url.toExternalForm()));
  }

  @Override
  public Stream<LogicalPath> paths() {
    return below(folder + "/");
  }

  @Override
  public Optional<String> whyAbsent(LogicalPath path) throws IOException {
    String name = folder + "/" + path.value();
    return !isOdd(name) && isFolder(name) ? Optional.of("it is a folder") : Optional.empty();
  }

  @Override
  public String toString() {
    return "folder " + folder + "/ of the web application at " + context.getContextPath() + "/";
  }

  private Stream<LogicalPath> below(String name) {
    return listed(name).stream()
        .flatMap(
            entry -> {
              boolean deeper = entry.endsWith("/");
              String path = entry.substring(folder.length() + 1) + (deeper ? "x" : "");
              Optional<LogicalPath> valid = isOdd(path) ? Optional.empty() : LogicalPath.of(path);
              return deeper && valid.isPresent() ? below(entry) : valid.stream();
            });
  }

  private boolean isFolder(String name) throws IOException {
    Set<String> siblings = listed(name.substring(0, name.lastIndexOf('/') + 1));
    // Undertow does not list archives, and Jetty also finds a file under its name with a slash.
    return siblings.isEmpty()
        ? context.getResource(name + "/") != null
        : siblings.contains(name + "/");
  }

  private Set<String> listed(String name) {
    @Nullable Set<String> paths = context.getResourcePaths(name);
    return paths == null ? Set.of() : paths;
  }

  private static boolean isOdd(String name) {
    return name.chars().anyMatch(c -> ODD.indexOf(c) >= 0);
  }

  private static Path file(URL url) throws IOException {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
