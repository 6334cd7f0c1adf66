package dev.autoversion.thymeleaf;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.cache.AlwaysValidCacheEntryValidity;
import org.thymeleaf.cache.ICacheEntryValidity;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/** Templates that are texts with names; cached, as in production. */
final class Templates extends AbstractTemplateResolver {
  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final TemplateMode mode;

  Templates(TemplateMode mode) {
    this.mode = mode;
    setCheckExistence(false);
  }

  void put(String name, String text) {
    texts.put(name, text);
  }

  @Override
  protected ITemplateResource computeTemplateResource(
      IEngineConfiguration configuration,
      String ownerTemplate,
      String template,
      Map<String, Object> attributes) {
    String text = texts.get(template);
    return text == null ? null : new StringTemplateResource(text);
  }

  @Override
  protected TemplateMode computeTemplateMode(
      IEngineConfiguration configuration,
      String ownerTemplate,
      String template,
      Map<String, Object> attributes) {
    return mode;
  }

  @Override
  protected ICacheEntryValidity computeValidity(
      IEngineConfiguration configuration,
      String ownerTemplate,
      String template,
      Map<String, Object> attributes) {
    return AlwaysValidCacheEntryValidity.INSTANCE;
  }
}
