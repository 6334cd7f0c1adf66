package dev.autoversion.benchmarks;

import dev.autoversion.AssetResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/** What answering costs at least in a container: headers and bytes that lie ready. */
final class PreparedServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private transient volatile Prepared prepared = new Prepared(Map.of(), new byte[0]);

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Prepared(Map<String, String> headers, byte[] bytes) {}

  /** From now on it answers with this. */
  void prepare(AssetResponse answer) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    answer.body().writeTo(all);
    prepared = new Prepared(answer.headers(), all.toByteArray());
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Prepared answer = prepared;
    answer.headers().forEach(response::setHeader);
    response.getOutputStream().write(answer.bytes());
  }
}
