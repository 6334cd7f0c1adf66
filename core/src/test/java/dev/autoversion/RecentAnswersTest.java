package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A place is no proof: two references may share one. */
class RecentAnswersTest {
  private final RecentAnswers recent = new RecentAnswers(10);

  /** "Aa" and "BB" have one hash code. */
  @Test
  void url_twoReferencesInOnePlace(@TempDir Path site) throws IOException {
    Files.writeString(site.resolve("Aa"), "one");
    Files.writeString(site.resolve("BB"), "two");
    Autoversion autoversion = Autoversion.builder().directory("/s", site).recheckNever().build();
    for (int i = 0; i < 5; i++) {
      assertEquals("/s/Aa?v=7692c3ad3540", autoversion.url("/s/Aa"));
      assertEquals("/s/BB?v=3fc4ccfe7458", autoversion.url("/s/BB"));
      assertEquals("/s/Aa?v=7692c3ad3540", autoversion.url("/s/Aa"));
      assertEquals("/c/s/Aa?v=7692c3ad3540", autoversion.url("/c/s/Aa", "/c"));
      assertEquals("/s/BB", autoversion.url("/s/BB", "/c"));
    }
  }

  @Test
  void get_otherReferenceOrContextPath() {
    recent.put(answer("Aa", ""));
    assertNotNull(recent.get("Aa", ""));
    assertNull(recent.get("BB", ""));
    assertNull(recent.get("Aa", "/c"));
    recent.put(answer("BB", ""));
    assertNull(recent.get("Aa", ""));
  }

  /** These have places of their own among 64, though some of their hash codes end alike. */
  @Test
  void put_ordinaryReferences() {
    List<String> references =
        List.of(
            "/s/css/app.css",
            "/s/css/print.css",
            "/s/js/app.js",
            "/s/js/shop.js",
            "/s/img/logo.png",
            "/s/img/a.png",
            "/s/img/b.png",
            "/s/icon.svg",
            "/s/img/0.png",
            "/s/img/13.png");
    references.forEach(reference -> recent.put(answer(reference, "")));
    for (String reference : references) {
      assertNotNull(recent.get(reference, ""), reference);
    }
  }

  @Test
  void renew_onlyWhatHasItsPlace() {
    Answer old = answer("Aa", "");
    recent.renew(old);
    assertNull(recent.get("Aa", ""));
    recent.put(old);
    Answer newer = answer("Aa", "");
    recent.renew(newer);
    assertEquals(newer, recent.get("Aa", ""));
    recent.renew(answer("BB", ""));
    assertEquals(newer, recent.get("Aa", ""));
  }

  @Test
  void drop_onlyItsOwn() {
    Answer answer = answer("Aa", "");
    recent.put(answer);
    recent.drop(answer("BB", ""));
    recent.drop(answer("Aa", "/c"));
    assertEquals(answer, recent.get("Aa", ""));
    recent.drop(answer("Aa", ""));
    assertNull(recent.get("Aa", ""));
  }

  private static Answer answer(String reference, String contextPath) {
    return Answer.unchanged(new Answer.Question(reference, contextPath), Answer.Kind.UNCHANGED, 0);
  }
}
