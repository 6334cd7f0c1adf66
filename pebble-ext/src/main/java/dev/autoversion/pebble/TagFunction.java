package dev.autoversion.pebble;

import dev.autoversion.Autoversion;
import dev.autoversion.page.Page;
import dev.autoversion.page.TagWord;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {{ entrypoint("/build/main.js", {"nonce": nonce}) }}} prints tags. */
final class TagFunction implements Function {
  private static final String ATTRIBUTES = "attributes";

  private final TagWord word;
  private final Autoversion autoversion;

  TagFunction(TagWord word, Autoversion autoversion) {
    this.word = word;
    this.autoversion = autoversion;
  }

  @Override
  public List<String> getArgumentNames() {
    return List.of(TextFunction.REFERENCE, ATTRIBUTES);
  }

  @Override
  public @Nullable Object execute(
      Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int lineNumber) {
    Place place = new Place(self, lineNumber);
    if (!args.containsKey(TextFunction.REFERENCE)) {
      throw place.noReference(word.label());
    }
    @Nullable Object references = args.get(TextFunction.REFERENCE);
    if (references == null) {
      return null;
    }
    Page page = new Page(autoversion, "", place);
    try {
      return new SafeString(word.html(page, references, args.get(ATTRIBUTES)));
    } catch (RuntimeException e) {
      throw place.failure(e);
    }
  }
}
