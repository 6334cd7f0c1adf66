package dev.autoversion.servlet;

import dev.autoversion.AssetResponse;
import dev.autoversion.Autoversion;
import dev.autoversion.Storing;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers versioned URLs with the bytes that were hashed: {@code /static/app-9f3c2ab1d04e.js} gives
 * {@code static/app.js}, immutable. Every other request goes down the chain, with a response whose
 * {@link HttpServletResponse#encodeURL} versions assets.
 *
 * <p>Map it to {@code /*} as the last filter, for each {@link DispatcherType}: filters for
 * security, CORS, logging and compression then see these answers like any others. Everything that
 * is mounted is public.
 */
public final class AutoversionFilter implements Filter {
  private static final System.Logger LOG = System.getLogger("dev.autoversion");

  private final Autoversion autoversion;
  private final long room;
  private volatile Sendfile sendfile = Sendfile.none();

  /**
   * A filter over the {@link Autoversion} that the templates use.
   *
   * @param autoversion the one that made the URLs
   */
  public AutoversionFilter(Autoversion autoversion) {
    this(autoversion, Sendfile.ROOM);
  }

  /** A filter with this many bytes of room for copies of large answers. */
  AutoversionFilter(Autoversion autoversion, long room) {
    this.autoversion = Objects.requireNonNull(autoversion, "autoversion");
    this.room = room;
  }

  /**
   * Finds out where copies of large answers may be put, for a container that can send files by
   * itself.
   */
  @Override
  public void init(FilterConfig config) {
    sendfile = Sendfile.of(config, room);
  }

  /** Deletes those copies. */
  @Override
  public void destroy() {
    sendfile.clear();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest asked
        && response instanceof HttpServletResponse answer
        && !LinkingResponse.isIn(answer, autoversion)) {
      doFilter(asked, answer, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Storing storing = RequestStoring.of(request);
    if (isForTheUrlItself(request)) {
      ServletAssetRequest asked = ServletAssetRequest.of(request);
      Optional<AssetResponse> answer = autoversion.respond(asked);
      if (answer.isEmpty()) {
        storing = autoversion.storing(asked);
        ServletAssetRequest plain = asked.withoutPrefix();
        if (storing == Storing.AS_IT_SAYS && plain != asked) {
          answer = autoversion.respond(plain);
          storing = autoversion.storing(plain);
        }
      }
      if (answer.isPresent()) {
        new Sending(answer.get(), request, response).send(sendfile);
        return;
      }
      RequestStoring.remember(storing, request);
      log(storing, request);
    }
    chain.doFilter(request, new LinkingResponse(response, request, autoversion, storing));
  }

  private static void log(Storing storing, HttpServletRequest request) {
    if (storing == Storing.NEVER) {
      LOG.log(
          System.Logger.Level.DEBUG,
          "no-store for {0}: its version is not the current one, or there is no such asset; call"
              + " explain() with the reference in the page",
          request.getRequestURI());
    }
  }

  /** Whether the path is the one that the browser asked for, not one that was dispatched to. */
  private static boolean isForTheUrlItself(HttpServletRequest request) {
    return switch (request.getDispatcherType()) {
      case REQUEST -> true;
      case ASYNC -> {
        @Nullable Object first = request.getAttribute(AsyncContext.ASYNC_REQUEST_URI);
        yield first == null || first.equals(request.getRequestURI());
      }
      default -> false;
    };
  }
}
