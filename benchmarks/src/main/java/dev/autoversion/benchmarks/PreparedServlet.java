package dev.autoversion.benchmarks;

import dev.autoversion.AssetResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** What answering costs at least in a container: headers and bytes that lie ready. */
final class PreparedServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient AssetResponse answer;
  private final byte[] bytes;

  PreparedServlet(AssetResponse answer) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    answer.body().writeTo(all);
    this.answer = answer;
    this.bytes = all.toByteArray();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer.headers().forEach(response::setHeader);
    response.getOutputStream().write(bytes);
  }
}
