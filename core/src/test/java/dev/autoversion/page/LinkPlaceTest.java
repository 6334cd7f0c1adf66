package dev.autoversion.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.Autoversion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LinkPlaceTest {
  @Test
  void of_supplierOfText() {
    Supplier<String> place = () -> "cart.html:12";
    assertEquals("cart.html:12", LinkPlace.of(place));
  }

  /** Anybody may leave something in a request's attributes. */
  @Test
  void of_anythingElse() {
    Supplier<Integer> number = () -> 12;
    assertEquals("", LinkPlace.of(number));
    assertEquals("", LinkPlace.of("cart.html:12"));
    assertEquals("", LinkPlace.of(null));
  }

  @Test
  void tell_onlyAListener() {
    Autoversion one = Autoversion.builder().directory("/s", Path.of(".")).build();
    List<Object> told = new ArrayList<>();
    LinkPlace.Listener listener = (by, url) -> told.addAll(List.of(by, url));
    LinkPlace.tell(listener, one, "/s/a.js?v=1");
    LinkPlace.tell("cart.html:12", one, "/s/b.js?v=1");
    LinkPlace.tell(null, one, "/s/c.js?v=1");
    assertEquals(List.of(one, "/s/a.js?v=1"), told);
  }
}
