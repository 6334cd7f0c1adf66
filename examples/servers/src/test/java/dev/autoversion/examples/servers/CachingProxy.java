package dev.autoversion.examples.servers;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server that is none of ours: a proxy that keeps what it may, or nginx alone. */
record CachingProxy(Process process, int port) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static CachingProxy nginx(Path folder, List<Integer> instances) throws Exception {
    int port = freePort();
    String servers =
        instances.stream()
            .map(instance -> "server 127.0.0.1:" + instance + " max_fails=0;")
            .collect(Collectors.joining(" "));
    String http =
        """
        proxy_cache_path %1$s/cache keys_zone=assets:1m;
        upstream app { %2$s }
        server {
          listen 127.0.0.1:%3$d;
          location / {
            proxy_pass http://app;
            proxy_cache assets;
          }
        }
        """
            .formatted(folder, servers, port);
    return nginx(folder, port, "", http);
  }

  /**
   * Starts nginx with a configuration.
   *
   * @param main what belongs to the whole, such as modules
   * @param http servers, one of which listens at the port
   */
  static CachingProxy nginx(Path folder, int port, String main, String http) throws Exception {
    String configuration =
        """
        daemon off;
        %1$s
        %3$s
        worker_processes 1;
        pid %2$s/pid;
        error_log %2$s/errors;
        events {}
        http {
          access_log off;
          client_body_temp_path %2$s/body;
          proxy_temp_path %2$s/proxy;
          fastcgi_temp_path %2$s/fastcgi;
          uwsgi_temp_path %2$s/uwsgi;
          scgi_temp_path %2$s/scgi;
          %4$s
        }
        """
            .formatted(isRoot() ? "user root;" : "", folder, main, http);
    Path file = Files.writeString(folder.resolve("nginx.conf"), configuration);
    return start(folder, port, program("nginx"), "-p", folder + "/", "-c", file.toString());
  }

  static CachingProxy varnish(Path folder, List<Integer> instances) throws Exception {
    int port = freePort();
    String configuration =
        """
        vcl 4.1;
        import directors;
        backend one { .host = "127.0.0.1"; .port = "%d"; }
        backend other { .host = "127.0.0.1"; .port = "%d"; }
        sub vcl_init {
          new app = directors.round_robin();
          app.add_backend(one);
          app.add_backend(other);
        }
        sub vcl_recv { set req.backend_hint = app.backend(); }
        """
            .formatted(instances.get(0), instances.get(1));
    Path file = Files.writeString(folder.resolve("app.vcl"), configuration);
    return start(
        folder,
        port,
        program("varnishd"),
        "-F",
        "-j",
        "none",
        "-n",
        folder.resolve("work").toString(),
        "-s",
        "malloc,32m",
        "-a",
        "127.0.0.1:" + port,
        "-f",
        file.toString());
  }

  static boolean areInstalled() {
    return isNginxInstalled() && find("varnishd").isPresent();
  }

  static boolean isNginxInstalled() {
    return find("nginx").isPresent();
  }

  URI resolve(String url) {
    return URI.create("http://127.0.0.1:" + port + url);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  private static CachingProxy start(Path folder, int port, String... command) throws Exception {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    CachingProxy proxy = new CachingProxy(process, port);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!proxy.answers()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        proxy.close();
        throw new IOException(command[0] + " does not start: " + Files.readString(output));
      }
      Thread.onSpinWait();
    }
    return proxy;
  }

  private boolean answers() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static String program(String name) {
    return find(name).orElseThrow().toString();
  }

  /** What only an administrator starts may not be on the PATH of others. */
  private static Optional<Path> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(
            Arrays.stream(path.split(File.pathSeparator)),
            Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
