package dev.autoversion.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pebbletemplates.pebble.error.PebbleException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arguments that the filter and the function take. */
class ArgumentsTest extends Pages {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{{ p | autoversion(bogus=1) }};      The following named argument does not exist: bogus",
        "{{ p | autoversion(reference=1) }};  The following named argument does not exist: reference",
        "{{ p | autoversion(1) }};            The argument at position 1 is not allowed.",
        "{{ p | autoversion(1, 2) }};         The argument at position 1 is not allowed.",
        "{{ autoversion(p, bogus=1) }};       The following named argument does not exist: bogus",
        "{{ autoversion(p, 1) }};             The argument at position 2 is not allowed.",
        "{{ autoversion() }};                 autoversion needs a reference, as in autoversion(",
      })
  void argument_unknownExtraOrNone_refused(String template, String message) {
    PebbleException e = failure("\n" + template, Map.of("p", "/s/a.css"));
    assertTrue(e.getPebbleMessage().startsWith(message), e.getMessage());
    assertTrue(e.getMessage().endsWith(" (page:2)"), e.getMessage());
  }

  @Test
  void argument_ofAFilterBlock_refused() {
    PebbleException e = failure("{% filter autoversion(1) %}x{% endfilter %}", Map.of());
    assertTrue(
        e.getPebbleMessage().startsWith("The argument at position 1 is not allowed."),
        e.getMessage());
    // Before 4.1 Pebble refuses it by itself, when it reads the template and knows the line.
    boolean byPebble = e.getStackTrace()[0].getClassName().startsWith("io.pebbletemplates.");
    assertTrue(e.getMessage().endsWith(byPebble ? " (page:1)" : " (page:?)"), e.getMessage());
  }

  @Test
  void function_namedArgument() throws IOException {
    assertEquals(
        "/s/a.css?v=3fc4ccfe7458",
        render("{{ autoversion(reference=p) }}", Map.of("p", "/s/a.css")));
  }
}
