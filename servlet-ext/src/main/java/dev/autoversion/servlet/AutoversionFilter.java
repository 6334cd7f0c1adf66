package dev.autoversion.servlet;

import dev.autoversion.Autoversion;
import dev.autoversion.Delivery;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
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
 * Serves versioned URLs with the container's own static serving: {@code
 * /static/js/app-9f3c2ab1d04e.js} is answered with {@code /static/js/app.js}, to be cached for ever
 * if that is its current version, and never to be stored if it is not. Stylesheets are answered
 * here, with versioned references. It also puts versions into what goes through {@link
 * HttpServletResponse#encodeURL}, so that JSP's {@code c:url} needs nothing else.
 *
 * <p>Map it to all paths and all dispatcher types, with asynchronous support; without the error
 * dispatches, an error page of your own may lose the header that keeps it out of caches:
 *
 * <pre>{@code
 * FilterRegistration.Dynamic filter =
 *     servletContext.addFilter("autoversion", new AutoversionFilter(autoversion));
 * filter.setAsyncSupported(true);
 * filter.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
 * }</pre>
 *
 * <p>It is thread-safe and holds nothing but its {@link Autoversion}.
 */
public final class AutoversionFilter implements Filter {
  private static final String VERSIONED = AutoversionFilter.class.getName() + ".versioned";

  private final Autoversion autoversion;

  /**
   * A filter for the assets that an {@link Autoversion} knows.
   *
   * @param autoversion the one that the templates use
   */
  public AutoversionFilter(Autoversion autoversion) {
    this.autoversion = Objects.requireNonNull(autoversion, "autoversion");
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest asked
        && response instanceof HttpServletResponse answer) {
      doFilter(asked, answer, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    DispatcherType type = request.getDispatcherType();
    if (!reads || type == DispatcherType.INCLUDE) {
      chain.doFilter(request, linking(request, response));
    } else if (type == DispatcherType.ERROR) {
      answerError(request, response, chain);
    } else if (GuardedResponse.isIn(response, autoversion) || !isOfTheUrlItself(request)) {
      forward(request, response, chain);
    } else {
      answer(request, response, chain);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RequestPath path = RequestPath.of(request);
    Optional<Delivery> delivery = delivery(path, request);
    if (delivery.isPresent()) {
      request.setAttribute(VERSIONED, true);
      answerVersioned(delivery.get(), path, request, response, chain);
    } else if (path.isUnder(autoversion)) {
      guard(request, response, CachePolicy.ofPlainUrl(), chain);
    } else {
      chain.doFilter(request, linking(request, response));
    }
  }

  private void answerVersioned(
      Delivery delivery,
      RequestPath path,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    if (delivery.body().isPresent()) {
      new BodyAnswer(delivery, delivery.body().get()).send(request, response);
      return;
    }
    // A path that the container reads otherwise leads to another file.
    boolean sameFile = path.decoded().equals(delivery.path()) || path.isVersionedIn(delivery);
    CachePolicy policy = sameFile ? CachePolicy.of(delivery) : CachePolicy.never();
    GuardedResponse guarded =
        new GuardedResponse(response, autoversion, contextPath(request), policy);
    run(chain, new PlainRequest(request, path, delivery, guarded), guarded);
  }

  /** The same asset under another URL than the browser asked for, so nothing is said of caching. */
  private void forward(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RequestPath path = RequestPath.of(request);
    HttpServletResponse linking = linking(request, response);
    Optional<Delivery> versioned = delivery(path, request).filter(path::isVersionedIn);
    chain.doFilter(
        versioned.isPresent() ? new PlainRequest(request, path, versioned.get(), linking) : request,
        linking);
  }

  private void answerError(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean versioned = request.getAttribute(VERSIONED) != null;
    Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    boolean under =
        uri instanceof String text && autoversion.isMounted(RequestPath.of(request, text).raw());
    if (versioned || under) {
      CachePolicy policy = versioned ? CachePolicy.never() : CachePolicy.ofPlainUrl();
      guard(request, response, policy, chain);
    } else {
      chain.doFilter(request, linking(request, response));
    }
  }

  private void guard(
      HttpServletRequest request,
      HttpServletResponse response,
      CachePolicy policy,
      FilterChain chain)
      throws IOException, ServletException {
    run(chain, request, new GuardedResponse(response, autoversion, contextPath(request), policy));
  }

  private static void run(FilterChain chain, HttpServletRequest request, GuardedResponse guarded)
      throws IOException, ServletException {
    boolean answered = false;
    try {
      chain.doFilter(request, guarded);
      answered = true;
    } finally {
      if (!answered) {
        guarded.abandon();
      } else if (!request.isAsyncStarted()) {
        guarded.finish();
      }
    }
  }

  private Optional<Delivery> delivery(RequestPath path, HttpServletRequest request) {
    @Nullable String query = request.getQueryString();
    String url = query == null ? path.raw() : path.raw() + "?" + query;
    return autoversion.isMounted(path.raw()) ? autoversion.delivery(url) : Optional.empty();
  }

  private HttpServletResponse linking(HttpServletRequest request, HttpServletResponse response) {
    return LinkingResponse.isIn(response, autoversion)
        ? response
        : new LinkingResponse(response, autoversion, contextPath(request));
  }

  private static String contextPath(HttpServletRequest request) {
    return request.getServletContext().getContextPath();
  }

  /** Whether the path is the one that the browser asked for. */
  private static boolean isOfTheUrlItself(HttpServletRequest request) {
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
