package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlPatternTest {
  @ParameterizedTest
  @CsvSource({
    "/**,            /,        **",
    "/webjars/**,    /webjars/, **",
    "**,             /,        **",
    "/docs/*.pdf,    /docs/,   *.pdf",
    "/a/{dir}/*.js,  /a/,      {dir}/*.js",
    "/a/b?/**,       /a/,      b?/**"
  })
  void of_cutBeforeTheFirstWildcard(String pattern, String prefix, String rest) {
    assertEquals(Optional.of(new UrlPattern(prefix, rest)), UrlPattern.of(pattern));
  }

  @Test
  void of_noWildcard() {
    assertEquals(Optional.empty(), UrlPattern.of("/favicon.ico"));
  }
}
