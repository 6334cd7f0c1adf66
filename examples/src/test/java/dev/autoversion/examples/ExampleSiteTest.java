package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command line. */
class ExampleSiteTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return ExampleSite.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  /** The program at work, and what it prints. */
  private final class Started implements AutoCloseable {
    private final BufferedReader lines;
    private final Thread program;

    Started(String... arguments) throws IOException {
      PipedWriter writer = new PipedWriter();
      lines = new BufferedReader(new PipedReader(writer));
      program =
          new Thread(
              () ->
                  ExampleSite.commandLine()
                      .setOut(new PrintWriter(writer))
                      .setErr(new PrintWriter(err))
                      .execute(arguments));
      program.start();
    }

    String line() throws IOException {
      return lines.readLine();
    }

    @Override
    public void close() throws IOException {
      program.interrupt();
      try {
        program.join(30_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      assertFalse(program.isAlive());
      lines.close();
    }
  }

  @Test
  void start_printsWhereItIs() throws Exception {
    Path scratch;
    try (Started site = new Started("--port", "0")) {
      URI url = URI.create(site.line());
      assertTrue(url.toString().matches("http://127\\.0\\.0\\.1:\\d+/"), url.toString());
      String copy = site.line();
      assertTrue(copy.startsWith("What you change on the page is written to a copy in /"), copy);
      scratch = Path.of(copy.substring(copy.indexOf('/')));
      assertEquals(
          ":root { --shop: #2f6f64; }\n", Files.readString(scratch.resolve("css/colour.css")));
      assertEquals(
          "Ctrl+C stops it. The next start takes seconds; the first has built everything.",
          site.line());
      Browser browser = new Browser(url);
      for (Engine engine : Engine.values()) {
        assertEquals(0, run("--render", engine.path()));
        assertEquals(browser.page("/" + engine.path()), out.toString());
        out.getBuffer().setLength(0);
      }
    }
    assertFalse(Files.exists(scratch), scratch::toString);
  }

  @Test
  void start_portTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket()) {
      try {
        taken.bind(new InetSocketAddress("127.0.0.1", 8080));
      } catch (BindException e) {
        // Another program has it, which does as well.
      }
      try (Started site = new Started()) {
        assertFalse(site.line().contains(":8080/"));
        assertEquals(
            "Port 8080 is taken, so this is a free one;"
                + " -Dexec.args=\"--port 9000\" chooses another.",
            site.line());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void render_printsThePage(Engine engine) {
    assertEquals(0, run("--render", engine.label()));
    assertTrue(out.toString().startsWith("<!DOCTYPE html>\n"), out.toString());
    assertTrue(out.toString().endsWith("</html>\n"), out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void render_unknownEngine() {
    assertEquals(2, run("--render", "mustache"));
    assertEquals(
        "Invalid value for option '--render':"
            + " no engine 'mustache'; there are "
            + Arrays.toString(Engine.values()),
        err.toString().lines().findFirst().get());
    assertEquals("", out.toString());
  }

  @Test
  void port_outOfRange() {
    assertEquals(2, run("--port", "65536"));
    assertEquals("--port takes 0 to 65535, not 65536", err.toString().lines().findFirst().get());
  }

  @Test
  void port_taken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertEquals(1, run("--port", Integer.toString(port)));
      assertEquals(
          "port " + port + " is taken; choose another, or leave --port out for a free one\n",
          err.toString());
    }
  }

  @Test
  void help() {
    assertEquals(0, run("--help"));
    for (Engine engine : Engine.values()) {
      assertTrue(out.toString().contains(engine.path()), out.toString());
    }
  }

  @Test
  void version() {
    assertEquals(0, run("--version"));
    assertEquals("autoversion unknown\n", out.toString());
  }
}
