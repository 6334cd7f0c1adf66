package dev.autoversion.spring;

import org.junit.jupiter.api.Nested;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;

/** Slices on this line. */
class SlicesOn4Test {
  @Nested
  @WebMvcTest
  class Mvc extends Slice.Mvc {}

  @Nested
  @WebFluxTest
  class Flux extends Slice.Flux {}
}
