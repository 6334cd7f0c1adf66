package dev.autoversion.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
