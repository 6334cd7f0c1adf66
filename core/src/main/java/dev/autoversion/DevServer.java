package dev.autoversion;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A bundler's development server, used while it answers. It is asked at most once a second; callers
 * only wait until there is a first answer.
 */
final class DevServer {
  /** The script that every page needs, below the base. */
  static final String CLIENT = "@vite/client";

  private static final String LOCALHOST = "localhost";
  // Not every browser can open an address that means all of them; Vite itself prints localhost.
  private static final List<String> ALL_ADDRESSES = List.of("0.0.0.0", "[::]");
  private static final int CONNECT_MILLIS = 250;
  private static final int ANSWER_MILLIS = 2_000;
  private static final long AGE = Duration.ofSeconds(1).toNanos();
  private static final int LONGEST_ORIGIN = 2_000;
  private static final String FINE = "200";
  private static final String SILENCE = "nothing";

  private final URI configured;
  private final LongSupplier ticker;
  private final Warnings warnings;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile @Nullable State state;

  /**
   * What was found out.
   *
   * @param base where its files are, with a slash at the end; "" if nobody answers
   */
  private record State(String base, long askedAt) {}

  DevServer(URI configured, LongSupplier ticker, Warnings warnings) {
    this.configured = configured;
    this.ticker = ticker;
    this.warnings = warnings;
  }

  /** Checks the builder's argument: the URL of a server, or of a file that names it. */
  static URI checked(URI configured) {
    boolean valid =
        "file".equals(configured.getScheme())
            ? configured.getPath() != null
            : !origin(configured.toString()).isEmpty();
    if (!valid) {
      throw new IllegalArgumentException(
          "a dev server is an http or https URL like 'http://localhost:5173', or the file: URL of a"
              + " file that holds one, unlike "
              + Printable.quote(configured.toString()));
    }
    return configured;
  }

  /** Where its files are, {@code http://localhost:5173/}; empty while it does not answer. */
  Optional<String> base() {
    State known = state;
    if (known == null) {
      known = ask();
    } else if (ticker.getAsLong() - known.askedAt >= AGE && asking.compareAndSet(false, true)) {
      try {
        ForkJoinPool.commonPool().execute(this::askAgain);
      } catch (RuntimeException | Error e) {
        asking.set(false);
        throw e;
      }
    }
    return known.base.isEmpty() ? Optional.empty() : Optional.of(known.base);
  }

  private void askAgain() {
    try {
      ask();
    } finally {
      asking.set(false);
    }
  }

  private State ask() {
    String base = ownUrl();
    State found = new State(!base.isEmpty() && answers(base) ? base : "", ticker.getAsLong());
    state = found;
    return found;
  }

  /** The server's own URL, given or read from the file; "" if the file names none. */
  private String ownUrl() {
    if (!"file".equals(configured.getScheme())) {
      return origin(configured.toString());
    }
    try {
      Path file = Path.of(configured);
      return Files.size(file) > LONGEST_ORIGIN ? "" : origin(Files.readString(file).strip());
    } catch (IOException | RuntimeException e) { // There is no file, so no server either.
      return "";
    }
  }

  /**
   * With a slash at its end; "" if it is not a server's URL. {@link URI} refuses anything
   * malformed.
   */
  private static String origin(String text) {
    boolean plain =
        StandardCharsets.US_ASCII.newEncoder().canEncode(text)
            && text.chars().noneMatch(c -> "?#'".indexOf(c) >= 0);
    return plain && PublishedFile.isHttp(text)
        ? forBrowsers(text.endsWith("/") ? text : text + "/")
        : "";
  }

  private static String forBrowsers(String base) {
    return ALL_ADDRESSES.stream()
        .filter(each -> isHost(each, base))
        .findFirst()
        .map(each -> withHost(LOCALHOST, each, base))
        .orElse(base);
  }

  private static String withHost(String other, String host, String base) {
    int start = base.indexOf("//") + 2;
    return base.substring(0, start) + other + base.substring(start + host.length());
  }

  private static boolean isHost(String name, String base) {
    int host = base.indexOf("//") + 2;
    return base.regionMatches(true, host, name, 0, name.length())
        && ":/".indexOf(base.charAt(host + name.length())) >= 0;
  }

  /** Whether the bundler's server answers; says so once if it is another one that does. */
  private boolean answers(String base) {
    String subject = "dev server " + base;
    String other = "";
    for (String each : addresses(base)) {
      String answer = answer(each);
      if (answer.equals(FINE)) {
        warnings.forget(subject);
        return true;
      }
      other = answer.isEmpty() ? other : answer;
    }
    if (!other.isEmpty()) {
      String answer = other;
      warnings.failure(subject, () -> notBelieved(base, answer));
    }
    return false;
  }

  private static String notBelieved(String base, String answer) {
    return Printable.quote(base + CLIENT)
        + " answers "
        + answer
        + ", so pages load the last build and not the dev server; "
        + question(base, answer);
  }

  private static String question(String base, String answer) {
    if (answer.equals(SILENCE)) {
      return "does it listen for https?";
    }
    return answer.startsWith("403")
        ? "is its host in Vite's server.allowedHosts?"
        : "does Vite listen there, and is its base "
            + Printable.quote(base.substring(SiteAddress.origin(base).length()))
            + "?";
  }

  /** Node chooses one of two addresses to listen on, and browsers try both. */
  private static List<String> addresses(String base) {
    if (!isHost(LOCALHOST, base)) {
      return List.of(base);
    }
    return List.of(
        base, withHost("127.0.0.1", LOCALHOST, base), withHost("[::1]", LOCALHOST, base));
  }

  /** {@link #FINE}, or what makes it another server; "" if nobody answers. */
  private static String answer(String base) {
    try {
      URL client = URI.create(base + CLIENT).toURL();
      // Only the browser can trust its certificate, so a connection must suffice.
      return client.getProtocol().equals("https") ? connect(client) : send(client);
    } catch (IOException | RuntimeException e) { // Nobody answers.
      return "";
    }
  }

  /** Unlike {@link URI}, {@link URL} knows a host with an underscore, as containers have it. */
  private static String connect(URL client) throws IOException {
    int port = client.getPort() < 0 ? client.getDefaultPort() : client.getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(client.getHost(), port), CONNECT_MILLIS);
    }
    return FINE;
  }

  private static String send(URL client) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) client.openConnection();
    try {
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setReadTimeout(ANSWER_MILLIS);
      connection.setUseCaches(false);
      connection.setInstanceFollowRedirects(false);
      connection.setRequestProperty("Connection", "close");
      // As for a script: a client that accepts HTML gets Vite's 404 until a browser had the client.
      connection.setRequestProperty("Accept", "*/*");
      connection.connect();
      return status(connection);
    } finally {
      connection.disconnect();
    }
  }

  /** What a server says that listens. */
  private static String status(HttpURLConnection connected) throws IOException {
    int code;
    try {
      code = connected.getResponseCode();
    } catch (SocketTimeoutException e) {
      return SILENCE + " for " + ANSWER_MILLIS / 1_000 + " seconds";
    } catch (IOException e) { // One for https closes the connection without a word.
      connect(connected.getURL()); // Fails if it just ended.
      return SILENCE;
    }
    String status = code < 0 ? "something else than HTTP" : String.valueOf(code);
    // A server that gives a page for every path is another one.
    return String.valueOf(connected.getContentType()).startsWith("text/html")
        ? status + " with a page"
        : status;
  }
}
