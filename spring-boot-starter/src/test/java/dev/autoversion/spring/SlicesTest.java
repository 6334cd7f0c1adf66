package dev.autoversion.spring;

import extras.Gate;
import org.junit.jupiter.api.Nested;
import org.springframework.boot.test.autoconfigure.web.reactive.WebFluxTest;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;

/** Slices on this line. */
class SlicesTest {
  @Nested
  @WebMvcTest
  @Import(Gate.class)
  class Mvc extends Slice.Mvc {}

  @Nested
  @WebFluxTest
  @Import(Gate.class)
  class Flux extends Slice.Flux {}
}
