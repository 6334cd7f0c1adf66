package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
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

  @Test
  void start_printsWhereItIs() throws Exception {
    PipedWriter writer = new PipedWriter();
    BufferedReader reader = new BufferedReader(new PipedReader(writer));
    Thread program =
        new Thread(
            () ->
                ExampleSite.commandLine()
                    .setOut(new PrintWriter(writer))
                    .setErr(new PrintWriter(err))
                    .execute("--port", "0"));
    program.start();
    try {
      URI url = URI.create(reader.readLine());
      assertTrue(url.toString().matches("http://127\\.0\\.0\\.1:\\d+/"), url.toString());
      Browser browser = new Browser(url);
      for (Engine engine : Engine.values()) {
        assertEquals(0, run("--render", engine.path()));
        assertEquals(browser.page("/" + engine.path()), out.toString());
        out.getBuffer().setLength(0);
      }
    } finally {
      program.interrupt();
      program.join(30_000);
    }
    assertFalse(program.isAlive());
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
