package dev.autoversion.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a JSON document into maps, lists, strings, whole numbers and {@link Literal}s. Strict:
 * duplicate keys, text after the end and deep nesting are errors. Byte order marks are skipped.
 */
final class Json {
  // A webpack stats file nests a dozen deep.
  private static final int DEEPEST = 100;
  // A manifest's keys are all different: a table of them would only grow.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private static final int LONGEST_KNOWN = 14;
  private static final int LONGEST_NUMBER = 18;

  private final JsonParser parser;
  private final Map<String, String> names = new HashMap<>();

  private Json(JsonParser parser) {
    this.parser = parser;
  }

  /** The document's value. */
  static Node read(byte[] bytes) throws ManifestException {
    DocumentText text = DocumentText.of(bytes);
    if (text.first() == 0) {
      throw new ManifestException("it is empty");
    }
    if (text.first() == '<') {
      throw new ManifestException("it is an HTML or XML page, not JSON");
    }
    try (JsonParser parser = FACTORY.createParser(text.reader())) {
      Json json = new Json(parser);
      parser.nextToken();
      Object value = json.value(0);
      json.end();
      return Node.root(value);
    } catch (JsonProcessingException e) {
      throw wrong(e, text.first() != '{' || text.last() == '}');
    } catch (CharacterCodingException e) {
      throw new ManifestException("it is not UTF-8 text", e);
    } catch (ManifestException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("an array does not fail to be read", e);
    }
  }

  /** What follows may be anything: a comment, a line of a log, another document. */
  private void end() throws IOException {
    try {
      if (parser.nextToken() == null) {
        return;
      }
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
      throw new ManifestException("there is more text after its end, " + position(at), e);
    }
    throw wrong("there is more text after its end");
  }

  private static ManifestException wrong(JsonProcessingException e, boolean whole) {
    String what = e.getOriginalMessage();
    if (e.getLocation() == null) { // It is beyond one of Jackson's limits.
      return new ManifestException(
          "it exceeds a limit of the JSON parser: " + Shown.plain(what), e);
    }
    return !whole || what.startsWith("Unexpected end-of-input")
        ? new ManifestException("it is cut off, " + position(e.getLocation()), e)
        : new ManifestException(
            "it is not valid JSON " + position(e.getLocation()) + ": " + Shown.plain(what), e);
  }

  private Object value(int depth) throws IOException {
    if (depth > DEEPEST) {
      throw wrong("it is nested more than " + DEEPEST + " levels deep");
    }
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> list(depth);
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> Literal.TRUE;
      case VALUE_FALSE -> Literal.FALSE;
      case VALUE_NULL -> Literal.NULL;
      case VALUE_NUMBER_INT -> number();
      default -> Literal.NUMBER;
    };
  }

  /** A size or a time; a number with more digits is neither. */
  private Object number() throws IOException {
    return parser.getTextLength() <= LONGEST_NUMBER ? parser.getLongValue() : Literal.NUMBER;
  }

  private Map<String, Object> object(int depth) throws IOException {
    // A manifest has many small objects.
    Map<String, Object> members = new LinkedHashMap<>(depth == 0 ? 64 : 8);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = known(parser.currentName());
      JsonToken token = parser.nextToken();
      Object value = isOfNoUse(depth, name, token) ? skipped() : value(depth + 1);
      if (members.put(name, value) != null) {
        throw wrong("the key " + Shown.quoted(name) + " is there twice");
      }
    }
    return members;
  }

  /** Shares one string for each name that is repeated in every chunk. */
  private String known(String name) {
    String known = name.length() > LONGEST_KNOWN ? null : names.putIfAbsent(name, name);
    return known == null ? name : known;
  }

  /** The modules, which we don't need, are nine tenths of a full webpack stats file. */
  private static boolean isOfNoUse(int depth, String name, JsonToken token) {
    return depth == 0
        && token == JsonToken.START_ARRAY
        && !name.equals("assets")
        && !name.equals("entrypoints");
  }

  private List<Object> skipped() throws IOException {
    parser.skipChildren();
    return List.of();
  }

  private List<Object> list(int depth) throws IOException {
    List<Object> items = new ArrayList<>(2);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(depth + 1));
    }
    return items;
  }

  private ManifestException wrong(String what) {
    return new ManifestException(what + ", " + position(parser.currentLocation()));
  }

  private static String position(JsonLocation at) {
    return "at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}
