package dev.autoversion.thymeleaf;

import dev.autoversion.Autoversion;
import dev.autoversion.page.LinkPlace;
import java.io.InputStream;
import java.security.Principal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.thymeleaf.web.IWebApplication;
import org.thymeleaf.web.IWebExchange;
import org.thymeleaf.web.IWebRequest;
import org.thymeleaf.web.IWebSession;

/** A web exchange of a framework without servlets, as Thymeleaf allows: GET in an application. */
final class Exchange implements IWebExchange, IWebRequest, IWebApplication {
  private final Map<String, Object> attributes = new HashMap<>();
  private final String contextPath;
  private final Map<String, String[]> parameters;
  private final UnaryOperator<String> urlEncoder;

  private Exchange(
      String contextPath, Map<String, String[]> parameters, UnaryOperator<String> urlEncoder) {
    this.contextPath = contextPath;
    this.parameters = parameters;
    this.urlEncoder = urlEncoder;
  }

  static Exchange in(String contextPath) {
    return new Exchange(contextPath, Map.of(), UnaryOperator.identity());
  }

  Exchange withParameter(String name, String value) {
    return new Exchange(contextPath, Map.of(name, new String[] {value}), urlEncoder);
  }

  /** With another {@code response.encodeURL}. */
  Exchange encoding(UnaryOperator<String> encoder) {
    return new Exchange(contextPath, parameters, encoder);
  }

  /**
   * With a response that versions the links, and tells the page so.
   *
   * @param afterwards runs whenever one has its version
   */
  static Exchange versioning(Autoversion autoversion, Runnable afterwards) {
    Exchange[] exchange = new Exchange[1];
    exchange[0] =
        in("")
            .encoding(
                url -> {
                  String versioned = autoversion.url(url);
                  Object place = exchange[0].getAttributeValue(LinkPlace.ATTRIBUTE);
                  LinkPlace.tell(place, autoversion, versioned);
                  afterwards.run();
                  return versioned;
                });
    return exchange[0];
  }

  @Override
  public String getApplicationPath() {
    return contextPath;
  }

  @Override
  public String transformURL(String url) {
    return urlEncoder.apply(url);
  }

  @Override
  public IWebRequest getRequest() {
    return this;
  }

  @Override
  public IWebSession getSession() {
    return null;
  }

  @Override
  public IWebApplication getApplication() {
    return this;
  }

  @Override
  public Principal getPrincipal() {
    return null;
  }

  @Override
  public Locale getLocale() {
    return Locale.ENGLISH;
  }

  @Override
  public String getContentType() {
    return "text/html";
  }

  @Override
  public String getCharacterEncoding() {
    return "UTF-8";
  }

  @Override
  public boolean containsAttribute(String name) {
    return attributes.containsKey(name);
  }

  @Override
  public int getAttributeCount() {
    return attributes.size();
  }

  @Override
  public Set<String> getAllAttributeNames() {
    return attributes.keySet();
  }

  @Override
  public Map<String, Object> getAttributeMap() {
    return attributes;
  }

  @Override
  public Object getAttributeValue(String name) {
    return attributes.get(name);
  }

  @Override
  public void setAttributeValue(String name, Object value) {
    attributes.put(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    attributes.remove(name);
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getScheme() {
    return "http";
  }

  @Override
  public String getServerName() {
    return "localhost";
  }

  @Override
  public Integer getServerPort() {
    return 80;
  }

  @Override
  public String getPathWithinApplication() {
    return "/page";
  }

  @Override
  public String getQueryString() {
    return null;
  }

  @Override
  public boolean containsHeader(String name) {
    return false;
  }

  @Override
  public int getHeaderCount() {
    return 0;
  }

  @Override
  public Set<String> getAllHeaderNames() {
    return Set.of();
  }

  @Override
  public Map<String, String[]> getHeaderMap() {
    return Map.of();
  }

  @Override
  public String[] getHeaderValues(String name) {
    return null;
  }

  @Override
  public boolean containsParameter(String name) {
    return parameters.containsKey(name);
  }

  @Override
  public int getParameterCount() {
    return parameters.size();
  }

  @Override
  public Set<String> getAllParameterNames() {
    return parameters.keySet();
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return parameters;
  }

  @Override
  public String[] getParameterValues(String name) {
    return parameters.get(name);
  }

  @Override
  public boolean containsCookie(String name) {
    return false;
  }

  @Override
  public int getCookieCount() {
    return 0;
  }

  @Override
  public Set<String> getAllCookieNames() {
    return Set.of();
  }

  @Override
  public Map<String, String[]> getCookieMap() {
    return Map.of();
  }

  @Override
  public String[] getCookieValues(String name) {
    return null;
  }

  @Override
  public boolean resourceExists(String path) {
    return false;
  }

  @Override
  public InputStream getResourceAsStream(String path) {
    return null;
  }
}
