package dev.autoversion.servlet;

import dev.autoversion.Autoversion;
import dev.autoversion.Delivery;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * A response whose {@code Cache-Control} is decided when its first bytes are about to leave. Under
 * a versioned URL it says {@code no-store} until then, so that what leaves by another way is never
 * kept.
 */
final class GuardedResponse extends LinkingResponse {
  private final CachePolicy policy;
  private @Nullable ServletOutputStream stream;
  private @Nullable PrintWriter writer;
  private long length = -1;
  private boolean replaces;
  private boolean decided;
  private int writes;

  GuardedResponse(
      HttpServletResponse response,
      Autoversion autoversion,
      String contextPath,
      CachePolicy policy) {
    super(response, autoversion, contextPath);
    this.policy = policy;
    forbid();
  }

  static boolean isIn(ServletResponse response, Autoversion autoversion) {
    return isIn(response, autoversion, GuardedResponse.class);
  }

  /** Ends an answer that the chain gave: what is still held back is decided now. */
  void finish() {
    // Of several pieces the later ones may have been read after the first was judged.
    if (!decided || writes > 1) {
      decide(getStatus());
    }
  }

  /** Ends an answer that the chain broke off: the container makes its own of it. */
  void abandon() {
    if (!isCommitted()) {
      forbid();
    }
  }

  /**
   * Whether what the container says of the bytes fits the asset; it may have a cache of its own.
   */
  boolean claimsToBe(Delivery delivery) {
    @Nullable String modified = getHeader("Last-Modified");
    @Nullable String coding = getHeader("Content-Encoding");
    if (coding != null) {
      // Jetty names the time of the precompressed copy, Tomcat that of the file.
      return Claims.isNotBefore(modified, delivery.lastModified())
          && !delivery.isNewerThanCopy(Claims.extension(coding));
    }
    boolean fits = getStatus() != SC_OK || length < 0 || length == delivery.size().orElse(length);
    return fits && Claims.fits(modified, delivery.lastModified());
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (stream == null) {
      stream = new GuardedStream(super.getOutputStream(), this::beforeWrite);
    }
    return stream;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (writer == null) {
      writer = new GuardedWriter(super.getWriter(), this::beforeWrite);
    }
    return writer;
  }

  @Override
  public void flushBuffer() throws IOException {
    beforeWrite();
    super.flushBuffer();
  }

  @Override
  public void reset() {
    super.reset();
    stream = null;
    writer = null;
    length = -1;
    resume();
    forbid();
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    resume();
  }

  @Override
  public void setStatus(int status) {
    super.setStatus(status);
    // No bytes follow a 304, and later there may be no moment to decide in.
    if (decided || status == SC_NOT_MODIFIED) {
      decide(status);
    }
  }

  @Override
  public void sendError(int status) throws IOException {
    if (!isMereNotice(status)) {
      decide(status);
      super.sendError(status);
    }
  }

  @Override
  public void sendError(int status, @Nullable String message) throws IOException {
    if (!isMereNotice(status)) {
      decide(status);
      super.sendError(status, message);
    }
  }

  /** Jetty sends a 304 as an error, and the dispatch to its error page drops the headers. */
  private boolean isMereNotice(int status) {
    boolean notice = status == SC_NOT_MODIFIED && policy.replacesContainers();
    if (notice) {
      setStatus(status);
    }
    return notice;
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    decide(SC_FOUND);
    super.sendRedirect(location);
  }

  @Override
  public void setContentLength(int bytes) {
    length = bytes;
    super.setContentLength(bytes);
  }

  @Override
  public void setContentLengthLong(long bytes) {
    length = bytes;
    super.setContentLengthLong(bytes);
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    if (keeps(name)) {
      note(name, value);
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, @Nullable String value) {
    if (keeps(name)) {
      note(name, value);
      super.addHeader(name, value);
    }
  }

  @Override
  public void setDateHeader(String name, long date) {
    if (keeps(name)) {
      super.setDateHeader(name, date);
    }
  }

  @Override
  public void addDateHeader(String name, long date) {
    if (keeps(name)) {
      super.addDateHeader(name, date);
    }
  }

  private void beforeWrite() {
    writes++;
    if (!decided) {
      decide(getStatus());
    }
  }

  private void decide(int status) {
    if (isCommitted()) {
      return;
    }
    decided = true;
    String value = policy.valueFor(status, this);
    replaces = policy.replacesContainers() || !value.isEmpty();
    if (!value.isEmpty()) {
      super.setHeader(CachePolicy.HEADER, value);
    }
  }

  private void resume() {
    decided = false;
    writes = 0;
  }

  private void forbid() {
    replaces = policy.replacesContainers();
    if (replaces) {
      super.setHeader(CachePolicy.HEADER, CachePolicy.NO_STORE);
    }
  }

  private boolean keeps(String name) {
    boolean aboutCaching =
        name.equalsIgnoreCase(CachePolicy.HEADER)
            || name.equalsIgnoreCase("Expires")
            || name.equalsIgnoreCase("Pragma");
    return !aboutCaching || !replaces;
  }

  private void note(String name, @Nullable String value) {
    if (name.equalsIgnoreCase("Content-Length")) {
      length = Claims.length(value);
    }
  }
}
