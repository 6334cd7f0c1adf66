package dev.autoversion.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Filters as applications have them in front of ours. */
final class Filters {
  private Filters() {}

  /** Lets nobody in below a path. */
  static Filter denying(String path) {
    return (request, response, chain) -> {
      if (((HttpServletRequest) request).getRequestURI().startsWith(path)) {
        ((HttpServletResponse) response).sendError(403);
      } else {
        chain.doFilter(request, response);
      }
    };
  }

  /** Lets one other origin read. */
  static Filter crossOrigin(String origin) {
    return (request, response, chain) -> {
      HttpServletResponse answer = (HttpServletResponse) response;
      answer.setHeader("Access-Control-Allow-Origin", origin);
      answer.setHeader("Vary", "Origin");
      answer.setHeader("Content-Security-Policy", "default-src 'self'");
      chain.doFilter(request, response);
    };
  }

  /** Does something when an answer of 200 begins. */
  static Filter beforeStatus(Answer.Event event) {
    return (request, response, chain) ->
        chain.doFilter(
            request,
            new HttpServletResponseWrapper((HttpServletResponse) response) {
              @Override
              public void setStatus(int status) {
                try {
                  event.happen();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
                super.setStatus(status);
              }
            });
  }

  /** Compresses what is not compressed yet. */
  static Filter compressing() {
    return (request, response, chain) -> {
      String accepted = ((HttpServletRequest) request).getHeader("Accept-Encoding");
      if (accepted == null || !accepted.contains("gzip")) {
        chain.doFilter(request, response);
        return;
      }
      CompressingResponse compressing = new CompressingResponse((HttpServletResponse) response);
      chain.doFilter(request, compressing);
      compressing.finish();
    };
  }

  private static final class CompressingResponse extends HttpServletResponseWrapper {
    private @Nullable GZIPOutputStream compressed;

    CompressingResponse(HttpServletResponse response) {
      super(response);
    }

    void finish() throws IOException {
      if (compressed != null) {
        compressed.finish();
      }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      ServletOutputStream plain = super.getOutputStream();
      if (containsHeader("Content-Encoding")) {
        return plain;
      }
      setHeader("Content-Encoding", "gzip");
      GZIPOutputStream gzip = new GZIPOutputStream(plain);
      compressed = gzip;
      return new ServletOutputStream() {
        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
          throw new UnsupportedOperationException();
        }

        @Override
        public void write(int octet) throws IOException {
          gzip.write(octet);
        }
      };
    }
  }
}
