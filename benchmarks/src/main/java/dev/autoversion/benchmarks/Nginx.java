package dev.autoversion.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An nginx that sends the files below {@link Served#PACKED}, compressed as they lie there. It holds
 * them open, so it looks at the disk no more than we do.
 *
 * @param port where it listens
 * @param process its only process
 */
record Nginx(int port, Process process) {
  private static final String MODULE = "ngx_http_brotli_static_module.so";
  private static final Path TIME = Path.of("/proc/self/schedstat");
  private static final Pattern MODULES = Pattern.compile("--modules-path=(\\S+)");

  /** Why it can't be asked for a file here; "" where it can. */
  static String whyAbsent(Served served) {
    if (program().isEmpty()) {
      return "nginx is not installed";
    }
    if (served.acceptEncoding().equals("br") && module().isEmpty()) {
      return "nginx has no brotli_static";
    }
    return Files.exists(TIME) ? "" : "nothing here tells the processor time of nginx";
  }

  /** Starts it; it ends with this JVM. */
  static Nginx start() throws IOException, InterruptedException {
    Path home = Files.createDirectories(Served.PACKED.resolveSibling("nginx"));
    int port = freePort();
    Path configuration = home.resolve("nginx.conf");
    Files.writeString(configuration, configuration(port));
    Process process =
        new ProcessBuilder(
                program().orElseThrow().toString(),
                "-p",
                home.toString(),
                "-c",
                configuration.toString(),
                "-e",
                "stderr")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    while (!isListening(port)) {
      if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("nginx ended with " + process.exitValue());
      }
    }
    return new Nginx(port, process);
  }

  /** The nanoseconds of a processor that it took so far. */
  long nanos() throws IOException {
    String times = Files.readString(Path.of("/proc", Long.toString(process.pid()), "schedstat"));
    return Long.parseLong(times.substring(0, times.indexOf(' ')));
  }

  private static String configuration(int port) {
    return """
        daemon off;
        master_process off;
        pid nginx.pid;
        %s
        events {}
        http {
          access_log off;
          types { text/css css; text/javascript js; }
          charset utf-8;
          charset_types text/css text/javascript;
          sendfile on;
          tcp_nopush on;
          open_file_cache max=1000 inactive=1h;
          open_file_cache_valid 1h;
          keepalive_requests 1000000000;
          gzip_static on;
          gzip_vary on;
          %s
          client_body_temp_path body;
          proxy_temp_path proxy;
          fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi;
          scgi_temp_path scgi;
          server {
            listen 127.0.0.1:%d;
            root %s;
            add_header Cache-Control "public, max-age=31536000, immutable";
          }
        }
        """
        .formatted(
            module().map(file -> "load_module " + file + ";").orElse(""),
            module().isPresent() ? "brotli_static on;" : "",
            port,
            Served.PACKED);
  }

  private static Optional<Path> program() {
    return Stream.concat(
            Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
            Stream.of("/usr/sbin"))
        .map(folder -> Path.of(folder, "nginx"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> module() {
    try {
      Process asked = new ProcessBuilder(program().orElseThrow().toString(), "-V").start();
      asked.getOutputStream().close();
      String built = new String(asked.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher folder = MODULES.matcher(built);
      return folder.find()
          ? Optional.of(Path.of(folder.group(1), MODULE)).filter(Files::exists)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
