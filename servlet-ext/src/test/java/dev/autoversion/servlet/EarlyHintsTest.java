package dev.autoversion.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.autoversion.Autoversion;
import dev.autoversion.servlet.Container.Running;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EarlyHintsTest {
  private static final String LINKS =
      "</static/a.css?v=1>; rel=preload; as=style, </static/a.js?v=1>; rel=modulepreload";

  @TempDir Path root;
  private final Queue<Boolean> sent = new ConcurrentLinkedQueue<>();

  static Stream<Container> thatSend() {
    return Container.all().filter(each -> each != Container.UNDERTOW);
  }

  /** The page is not made before the client has the hints. */
  @ParameterizedTest
  @MethodSource("thatSend")
  void send_http2_aheadOfTheAnswer(Container container) throws Exception {
    CountDownLatch hinted = new CountDownLatch(1);
    Action page =
        (request, response) -> {
          sent.add(EarlyHints.send(request, response, LINKS));
          sent.add(await(hinted));
          response.setContentType("text/html");
          response.getWriter().write("page");
        };
    try (Running running = start(container, page);
        Http2Answers answers = Http2Answers.of(running.port(), "/page")) {
      assertEquals("103 " + LINKS, answers.next());
      hinted.countDown();
      assertEquals("200 " + LINKS, answers.next());
    }
    assertEquals(List.of(true, true), List.copyOf(sent));
  }

  @ParameterizedTest
  @MethodSource("thatSend")
  void send_http2_underAWrapper(Container container) throws Exception {
    Action page =
        (request, response) -> {
          HttpServletResponse wrapper =
              new HttpServletResponseWrapper(response) {
                @Override
                public void sendError(int status) {
                  throw new IllegalStateException("taken for the answer's end");
                }
              };
          sent.add(EarlyHints.send(request, wrapper, LINKS));
          response.getWriter().write("page");
        };
    try (Running running = start(container, page);
        Http2Answers answers = Http2Answers.of(running.port(), "/page")) {
      assertEquals("103 " + LINKS, answers.next());
      assertEquals("200 " + LINKS, answers.next());
    }
  }

  @ParameterizedTest
  @MethodSource("thatSend")
  void send_http2_nothingToSend(Container container) throws Exception {
    Action page =
        (request, response) -> {
          sent.add(EarlyHints.send(request, response, ""));
          response.getWriter().write("page");
          response.flushBuffer();
          sent.add(EarlyHints.send(request, response, LINKS));
        };
    try (Running running = start(container, page);
        Http2Answers answers = Http2Answers.of(running.port(), "/page")) {
      assertEquals("200", answers.next());
    }
    assertFalse(sent.contains(true));
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void send_http1_inTheAnswerAlone(Container container) throws Exception {
    Action page =
        (request, response) -> {
          sent.add(EarlyHints.send(request, response, LINKS));
          response.getWriter().write("page");
        };
    try (Running running = start(container, page)) {
      Answer answer = running.get("/page");
      assertEquals(200, answer.status());
      assertEquals(LINKS, answer.header("Link"));
      assertEquals("page", answer.text());
    }
    assertEquals(List.of(false), List.copyOf(sent));
  }

  private Running start(Container container, Action page) throws Exception {
    Autoversion autoversion = Autoversion.builder().directory("/static", root).build();
    return container.start(new Site(root, autoversion).with("/page", page));
  }

  private static boolean await(CountDownLatch latch) throws IOException {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
