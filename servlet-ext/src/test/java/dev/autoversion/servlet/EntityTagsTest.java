package dev.autoversion.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {
  // line, whether it has "a" strongly, whether weakly
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "a"            | true  | true
          W/"a"          | false | true
          *              | true  | true
          ` * `          | true  | true
          "b"            | false | false
          "b", "a"       | true  | true
          "b","a"        | true  | true
          "b" , , "a" ,  | true  | true
          W/"b", W/"a"   | false | true
          W/"a", "a"     | true  | true
          "x,y", "a"     | true  | true
          "x, "a", y"    | false | false
          "aa"           | false | false
          ""             | false | false
          a              | false | false
          a, "a"         | true  | true
          "a             | false | false
          a"             | false | false
          w/"a"          | false | false
          W/a            | false | false
          W / "a"        | false | false
          "a"x           | false | false
          "a"x, "a"      | true  | true
          x"a"           | false | false
          "b", *         | false | false
          **             | false | false
          'a'            | false | false
          ,              | false | false
          ``             | false | false
          """)
  void have_oneLine(String line, boolean strongly, boolean weakly) {
    EntityTags tags = new EntityTags(List.of(line));

    assertEquals(strongly, tags.haveStrongly("\"a\""));
    assertEquals(weakly, tags.haveWeakly("\"a\""));
  }

  @Test
  void have_severalLines() {
    EntityTags tags = EntityTags.of(Collections.enumeration(List.of("\"b\"", "\"a\"")));

    assertEquals(true, tags.haveStrongly("\"a\""));
    assertEquals(true, tags.arePresent());
  }

  @Test
  void have_starAmongLines_isMalformed() {
    assertFalse(new EntityTags(List.of("*", "\"b\"")).haveWeakly("\"a\""));
  }

  @Test
  void have_noLines() {
    EntityTags tags = EntityTags.of(Collections.emptyEnumeration());

    assertFalse(tags.arePresent());
    assertFalse(tags.haveWeakly("\"a\""));
  }

  @Test
  void have_longLines_takeOnePass() {
    for (String part : List.of("\"b\",", "W/", "\"", ",", " ", "x", "x,", "W/\"", "\"b\"x")) {
      EntityTags tags = new EntityTags(List.of(part.repeat(1_000_000)));

      assertFalse(assertTimeout(Duration.ofSeconds(2), () -> tags.haveWeakly("\"a\"")), part);
    }
  }
}
