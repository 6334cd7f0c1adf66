package dev.autoversion.examples.servers;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server that is none of ours. */
record OtherServer(Process process, int port) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Starts nginx with a configuration.
   *
   * @param main what belongs to the whole, such as modules
   * @param http servers, one of which listens at the port
   */
  static OtherServer nginx(Path folder, int port, String main, String http) throws Exception {
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
    return start(folder, port, "nginx", "-p", folder + "/", "-c", file.toString());
  }

  /** Whether there is a program; where CI is set, that it is absent shows when it is started. */
  static boolean isToRun(String program) {
    return find(program).isPresent() || System.getenv("CI") != null;
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

  /**
   * Starts a program and waits until it answers.
   *
   * @param folder its own; what it keeps of itself goes there
   * @param command its name, and what it is told
   */
  static OtherServer start(Path folder, int port, String... command) throws Exception {
    Path output = folder.resolve("output");
    List<String> whole = new ArrayList<>(List.of(command));
    whole.set(
        0, find(command[0]).orElseThrow(() -> new IOException("no " + command[0])).toString());
    ProcessBuilder builder =
        new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    builder.environment().put("XDG_DATA_HOME", folder.toString());
    Process process = builder.start();
    OtherServer server = new OtherServer(process, port);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!server.answers()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        server.close();
        throw new IOException(command[0] + " does not start: " + Files.readString(output));
      }
      Thread.onSpinWait();
    }
    return server;
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
