package dev.autoversion.servlet;

import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.frames.HeadersFrame;

/** The heads of all answers to one request over HTTP/2, as they come off the wire. */
final class Http2Answers implements AutoCloseable {
  private final HTTP2Client client = new HTTP2Client();
  private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();

  /** Asks for a page, without TLS. */
  static Http2Answers of(int port, String target) throws Exception {
    Http2Answers answers = new Http2Answers();
    answers.client.start();
    Session session =
        answers
            .client
            .connect(new InetSocketAddress("127.0.0.1", port), new Session.Listener() {})
            .get(20, TimeUnit.SECONDS);
    MetaData.Request request =
        new MetaData.Request(
            "GET",
            HttpURI.from("http://127.0.0.1:" + port + target),
            HttpVersion.HTTP_2,
            HttpFields.EMPTY);
    session.newStream(
        new HeadersFrame(request, null, true),
        new Stream.Listener() {
          @Override
          public void onHeaders(Stream stream, HeadersFrame frame) {
            if (frame.getMetaData() instanceof MetaData.Response response) {
              String links = String.join(" | ", response.getHttpFields().getValuesList("Link"));
              answers.heads.add((response.getStatus() + " " + links).strip());
            }
            stream.demand();
          }
        });
    return answers;
  }

  /** {@code 103 </a.js>; rel=modulepreload}; waits for it. */
  String next() throws InterruptedException {
    return String.valueOf(heads.poll(20, TimeUnit.SECONDS));
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
