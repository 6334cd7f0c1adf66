package dev.autoversion.jinjava;

import com.hubspot.jinjava.doc.annotations.JinjavaDoc;
import com.hubspot.jinjava.doc.annotations.JinjavaParam;
import com.hubspot.jinjava.doc.annotations.JinjavaSnippet;
import com.hubspot.jinjava.el.ext.NamedParameter;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.DisabledException;
import com.hubspot.jinjava.interpret.InvalidInputException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words as functions, which call the filters of the engine that is rendering. */
final class Functions {
  private static final String REFERENCES = "The URL of an asset, or a list of such URLs";
  private static final String ATTRIBUTES = "HTML attributes for each tag";

  private Functions() {}

  /** The function for a word: the static method with its name. */
  static ELFunctionDefinition definition(String word) {
    return new ELFunctionDefinition("", word, Functions.class, word, Object.class, Object[].class);
  }

  /** Versions a reference as the filter does; the filter refuses further arguments. */
  @JinjavaDoc(
      value = "Puts a version into the URL of a static asset, so that it may be cached for ever.",
      params =
          @JinjavaParam(value = "reference", type = "object", desc = REFERENCES, required = true),
      snippets = {
        @JinjavaSnippet(
            desc = "Any other URL comes back unchanged.",
            code = "{{ autoversion(\"/static/a.css\") }}",
            output = "/static/a.css?v=9f3c2ab1d04e")
      })
  public static @Nullable Object autoversion(
      @Nullable Object reference, @Nullable Object... others) {
    return call(AutoversionFilter.NAME, reference, others);
  }

  /** The value of the attribute {@code integrity}. */
  @JinjavaDoc(
      value = "The value of the HTML attribute integrity for a static asset.",
      params =
          @JinjavaParam(value = "reference", type = "object", desc = REFERENCES, required = true))
  public static @Nullable Object integrity(@Nullable Object reference, @Nullable Object... others) {
    return call("integrity", reference, others);
  }

  /** Each candidate of a {@code srcset} with its version. */
  @JinjavaDoc(
      value = "Puts versions into the URLs of a srcset.",
      params =
          @JinjavaParam(
              value = "srcset",
              type = "object",
              desc = "The value of an HTML attribute srcset",
              required = true),
      snippets = {
        @JinjavaSnippet(
            code = "{{ srcset(\"/static/a.png 1x\") }}",
            output = "/static/a.png?v=9f3c2ab1d04e 1x")
      })
  public static @Nullable Object srcset(@Nullable Object srcset, @Nullable Object... others) {
    return call("srcset", srcset, others);
  }

  /** The tags for everything that entries load. */
  @JinjavaDoc(
      value = "The tags of all that a page loads for an entry of a bundler, or for an asset.",
      params = {
        @JinjavaParam(value = "references", type = "object", desc = REFERENCES, required = true),
        @JinjavaParam(value = "attributes", type = "map", desc = ATTRIBUTES)
      },
      snippets = {
        @JinjavaSnippet(
            code = "{{ entrypoint(\"/static/a.js\") }}",
            output = "<script type=\"module\" src=\"/static/a.js?v=9f3c2ab1d04e\"></script>")
      })
  public static @Nullable Object entrypoint(
      @Nullable Object references, @Nullable Object... others) {
    return call("entrypoint", references, others);
  }

  /** The import map of entries. */
  @JinjavaDoc(
      value = "An import map, by which what modules import has versions; once a page.",
      params = {
        @JinjavaParam(value = "references", type = "object", desc = REFERENCES, required = true),
        @JinjavaParam(value = "attributes", type = "map", desc = ATTRIBUTES)
      })
  public static @Nullable Object importmap(
      @Nullable Object references, @Nullable Object... others) {
    return call("importmap", references, others);
  }

  /** Tags that load files early. */
  @JinjavaDoc(
      value = "Tags that have a browser load assets before it needs them.",
      params = {
        @JinjavaParam(value = "references", type = "object", desc = REFERENCES, required = true),
        @JinjavaParam(value = "attributes", type = "map", desc = ATTRIBUTES)
      })
  public static @Nullable Object preload(@Nullable Object references, @Nullable Object... others) {
    return call("preload", references, others);
  }

  private static @Nullable Object call(
      String word, @Nullable Object reference, @Nullable Object... others) {
    List<@Nullable Object> args = new ArrayList<>();
    Map<String, Object> kwargs = new LinkedHashMap<>();
    for (Object other : others) {
      if (other instanceof NamedParameter named) {
        kwargs.put(named.getName(), named.getValue());
      } else {
        args.add(other);
      }
    }
    if (reference instanceof NamedParameter named) {
      kwargs.put(named.getName(), named.getValue());
    }
    JinjavaInterpreter interpreter = JinjavaInterpreter.getCurrent();
    return filter(word, interpreter).filter(reference, interpreter, args.toArray(), kwargs);
  }

  /** A static method can't be bound to one engine's filter, but it can ask who is calling. */
  private static Filter filter(String word, JinjavaInterpreter interpreter) {
    for (Context scope = interpreter.getContext(); scope != null; scope = scope.getParent()) {
      try {
        Filter filter = scope.getFilter(AutoversionFilter.NAME);
        if (filter instanceof AutoversionFilter ours) {
          return ours.word(word);
        }
        if (filter != null && word.equals(AutoversionFilter.NAME)) {
          return filter;
        }
      } catch (DisabledException e) {
        // Templates may be forbidden to use the filter but not the function: the scope above has
        // it.
      }
    }
    throw new InvalidInputException(
        interpreter,
        word,
        "this context has no filter 'autoversion'; call AutoversionJinjava.install(...)");
  }
}
