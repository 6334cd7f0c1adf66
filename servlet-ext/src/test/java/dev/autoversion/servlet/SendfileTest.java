package dev.autoversion.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.Autoversion;
import dev.autoversion.ManualTime;
import dev.autoversion.Placement;
import dev.autoversion.servlet.Container.Running;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Large answers that Tomcat sends from copies of ours. */
class SendfileTest {
  private static final int LARGE = 3_000_000; // Not held in memory.

  @TempDir Path root;
  private final ManualTime time = ManualTime.later();
  private final List<String> sent = new CopyOnWriteArrayList<>();

  @BeforeEach
  void writeFiles() throws IOException {
    write("large.bin", 1, LARGE);
    write("held.bin", 2, 600_000);
    write("small.bin", 3, 500_000);
  }

  private byte[] write(String name, int seed, int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    Files.createDirectories(root.resolve("static"));
    Files.write(root.resolve("static").resolve(name), bytes);
    return bytes;
  }

  private Autoversion autoversion() {
    return AssetFiles.autoversion(root, Placement.fileName(), time);
  }

  /** Tells of each answer who sends it: the name of a copy, or nobody but us. */
  private Filter recording() {
    return (request, response, chain) -> {
      chain.doFilter(request, response);
      Object file = request.getAttribute("org.apache.tomcat.sendfile.filename");
      sent.add(file == null ? "written" : Path.of(file.toString()).getFileName().toString());
    };
  }

  private Site site(Autoversion autoversion) {
    return new Site(root, autoversion).behind(recording());
  }

  private static byte[] body(Running server, String url, String... headers) throws IOException {
    Answer answer = server.get(url, headers);
    assertEquals(200, answer.status());
    assertEquals(AssetFiles.IMMUTABLE, answer.cacheControl());
    return answer.body();
  }

  @Test
  void secondRequest_makesTheCopy() throws Exception {
    Autoversion autoversion = autoversion();
    byte[] large = Files.readAllBytes(root.resolve("static/large.bin"));
    byte[] held = Files.readAllBytes(root.resolve("static/held.bin"));
    try (Running server = Container.TOMCAT.start(site(autoversion))) {
      for (int i = 0; i < 3; i++) {
        assertArrayEquals(large, body(server, autoversion.url("/static/large.bin")));
        assertArrayEquals(held, body(server, autoversion.url("/static/held.bin")));
        body(server, autoversion.url("/static/small.bin"));
      }
      assertEquals(
          List.of("written", "written", "written", "1", "2", "written", "1", "2", "written"), sent);
      assertEquals(List.of("1", "2"), copies());
    }
    assertEquals(List.of(), copies());
  }

  /** Not by Tomcat, which closes the connection if a browser cancels what it sends from a file. */
  @Test
  void http2_sendsTheSame() throws Exception {
    Autoversion autoversion = autoversion();
    byte[] large = Files.readAllBytes(root.resolve("static/large.bin"));
    HttpClient client = HttpClient.newHttpClient(); // Over HTTP/2 where the server agrees.
    try (Running server = Container.TOMCAT.start(site(autoversion))) {
      String url = "http://127.0.0.1:" + server.port() + autoversion.url("/static/large.bin");
      for (int i = 0; i < 3; i++) {
        HttpResponse<byte[]> answer =
            client.send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(HttpClient.Version.HTTP_2, answer.version());
        assertArrayEquals(large, answer.body());
      }
      assertEquals(List.of("written", "written", "written"), sent);
      assertEquals(List.of(), copies());
    }
  }

  private List<String> copies() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.getParent().getFileName().toString().startsWith("autoversion-"))
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void otherSpellings_shareOne() throws Exception {
    Autoversion autoversion = autoversion();
    String url = autoversion.url("/static/large.bin");
    try (Running server = Container.TOMCAT.start(site(autoversion))) {
      body(server, url);
      body(server, url.replace("large", "l%61rge"));
      body(server, url + "?x=1");
      assertEquals(List.of("written", "1", "1"), sent);
    }
  }

  /** The copy is of bytes, so nothing that happens to the file shows in it. */
  @Test
  void edited_copyStaysWhole() throws Exception {
    Autoversion autoversion = autoversion();
    byte[] before = Files.readAllBytes(root.resolve("static/large.bin"));
    String url = autoversion.url("/static/large.bin");
    try (Running server = Container.TOMCAT.start(site(autoversion))) {
      body(server, url);
      Answer answer =
          Answer.ofSlow(server.port(), url, () -> write("large.bin", 9, LARGE)); // In place.
      assertArrayEquals(before, Arrays.copyOf(answer.body(), before.length));
      time.advance(Duration.ofSeconds(5));
      String next = autoversion.url("/static/large.bin");
      byte[] after = Files.readAllBytes(root.resolve("static/large.bin"));
      assertArrayEquals(after, body(server, next));
      assertArrayEquals(after, body(server, next));
      assertEquals(302, server.get(url).status());
      assertEquals(List.of("written", "1", "written", "2", "written"), sent);
    }
  }

  @Test
  void partsAndConditions_areWritten() throws Exception {
    Autoversion autoversion = autoversion();
    byte[] large = Files.readAllBytes(root.resolve("static/large.bin"));
    String url = autoversion.url("/static/large.bin");
    try (Running server = Container.TOMCAT.start(site(autoversion))) {
      body(server, url);
      body(server, url);
      Answer part = server.get(url, "Range: bytes=1000000-1999999");
      assertEquals(206, part.status());
      assertArrayEquals(Arrays.copyOfRange(large, 1_000_000, 2_000_000), part.body());
      assertEquals(304, server.get(url, "If-None-Match: *").status());
      assertEquals(0, server.send("HEAD", url).body().length);
      assertEquals(List.of("written", "1", "written", "written", "written"), sent);
    }
  }

  /** A filter that looks at what is written has to see it. */
  @Test
  void wrappedResponse_isWritten() throws Exception {
    Autoversion autoversion = autoversion();
    Filter wrapping =
        (request, response, chain) ->
            chain.doFilter(request, new HttpServletResponseWrapper((HttpServletResponse) response));
    try (Running server = Container.TOMCAT.start(site(autoversion).behind(wrapping))) {
      for (int i = 0; i < 3; i++) {
        body(server, autoversion.url("/static/large.bin"));
      }
      assertEquals(List.of("written", "written", "written"), sent);
      assertEquals(List.of(), copies());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void everyContainer_sendsTheSame(Container container) throws Exception {
    Autoversion autoversion = autoversion();
    byte[] large = Files.readAllBytes(root.resolve("static/large.bin"));
    try (Running server = container.start(site(autoversion))) {
      for (int i = 0; i < 3; i++) {
        assertArrayEquals(large, body(server, autoversion.url("/static/large.bin")));
      }
    }
    assertEquals(container == Container.TOMCAT, sent.contains("1"));
  }

  @Test
  void noRoom_isWritten() throws Exception {
    Autoversion autoversion = autoversion();
    Filter narrow = new AutoversionFilter(autoversion, LARGE + 1000);
    try (Running server = Container.TOMCAT.start(new Site(root, recording(), narrow))) {
      for (int i = 0; i < 3; i++) {
        body(server, autoversion.url("/static/large.bin"));
        body(server, autoversion.url("/static/held.bin"));
      }
      assertEquals(List.of("written", "written", "1", "written", "1", "written"), sent);
    }
  }

  @Test
  void noFolder_isWritten() throws Exception {
    Autoversion autoversion = autoversion();
    byte[] large = Files.readAllBytes(root.resolve("static/large.bin"));
    try (Running server = Container.TOMCAT.start(site(autoversion))) {
      Files.writeString(temporary().resolve("autoversion-" + hash("filter1")), "in the way");
      for (int i = 0; i < 3; i++) {
        assertArrayEquals(large, body(server, autoversion.url("/static/large.bin")));
      }
      assertEquals(List.of("written", "written", "written"), sent);
    }
  }

  /** What a program that was killed has left behind is not there for ever. */
  @Test
  void leftovers_go() throws Exception {
    AutoversionFilter filter = new AutoversionFilter(autoversion());
    Filter again =
        (request, response, chain) -> {
          filter.init(new Named(request.getServletContext()));
          chain.doFilter(request, response);
        };
    try (Running server = Container.TOMCAT.start(new Site(root, again))) {
      Path left = Files.createDirectories(temporary().resolve("autoversion-" + hash("filter1")));
      Files.writeString(left.resolve("7"), "left");
      assertEquals(List.of("7"), copies());
      assertEquals(404, server.get("/nowhere").status());
      assertEquals(List.of(), copies());
    }
  }

  /** Temporary folders are cleaned up while programs run: files of ten days by systemd-tmpfiles. */
  @Test
  void copyTakenAway_isMadeAgain() throws Exception {
    Autoversion autoversion = autoversion();
    byte[] large = Files.readAllBytes(root.resolve("static/large.bin"));
    Filter narrow = new AutoversionFilter(autoversion, LARGE + 1000); // Room for one.
    try (Running server = Container.TOMCAT.start(new Site(root, recording(), narrow))) {
      String url = autoversion.url("/static/large.bin");
      body(server, url);
      body(server, url);
      Files.delete(copy("1"));
      assertArrayEquals(large, body(server, url));
      assertArrayEquals(large, body(server, url));
      Files.delete(copy("2"));
      Files.delete(temporary().resolve("autoversion-" + hash("filter1")));
      assertArrayEquals(large, body(server, url));
      assertEquals(List.of("written", "1", "2", "2", "3"), sent);
    }
  }

  /** Two programs with one folder name their copies alike. */
  @Test
  void copyOfAnotherProgram_isNotSent() throws Exception {
    Autoversion autoversion = autoversion();
    byte[] large = Files.readAllBytes(root.resolve("static/large.bin"));
    try (Running server = Container.TOMCAT.start(site(autoversion))) {
      String url = autoversion.url("/static/large.bin");
      body(server, url);
      body(server, url);
      Path other = Files.write(copy("1").resolveSibling("2"), new byte[LARGE]);
      Files.setLastModifiedTime(other, Files.getLastModifiedTime(copy("1")));
      Files.move(other, copy("1"), StandardCopyOption.REPLACE_EXISTING);
      Files.write(copy("1").resolveSibling("2"), new byte[LARGE]);
      assertArrayEquals(large, body(server, url));
      assertArrayEquals(large, body(server, url));
      assertEquals(List.of("written", "1", "3", "3"), sent);
    }
  }

  private Path copy(String name) throws IOException {
    return temporary().resolve("autoversion-" + hash("filter1")).resolve(name);
  }

  /** How the container starts a filter. */
  private record Named(ServletContext context) implements FilterConfig {
    @Override
    public String getFilterName() {
      return "filter1";
    }

    @Override
    public ServletContext getServletContext() {
      return context;
    }

    @Override
    public String getInitParameter(String name) {
      return "";
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
      return Collections.emptyEnumeration();
    }
  }

  private Path temporary() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.endsWith("work/Tomcat/127.0.0.1/ROOT")).findAny().get();
    }
  }

  private static String hash(String filter) {
    return Integer.toHexString(filter.hashCode());
  }
}
