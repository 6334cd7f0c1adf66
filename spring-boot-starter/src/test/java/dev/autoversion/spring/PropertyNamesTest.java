package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.CapturedLog;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class PropertyNamesTest {
  @Test
  void all_thatTheRecordHas() {
    assertEquals(names("", AutoversionProperties.class), PropertyNames.ALL);
  }

  private static List<String> names(String front, Class<?> properties) {
    List<String> names = new ArrayList<>();
    for (RecordComponent each : properties.getRecordComponents()) {
      String name = front + each.getName().replaceAll("[A-Z]", "-$0").toLowerCase(Locale.ROOT);
      if (each.getType() == AutoversionProperties.Filter.class) {
        names.addAll(names(name + ".", each.getType()));
      } else {
        names.add(name);
      }
    }
    return names;
  }

  /** In each of the spellings that Spring Boot takes, and without a value. */
  @Test
  void check_known() {
    assertEquals(
        List.of(),
        warnings(
            Map.of(
                "autoversion.hashLength", "12",
                "autoversion.host_except", "",
                "autoversion.mounts[/docs]", "",
                "autoversion.exclude[0]", "sw.js",
                "autoversion.filter.enabled", "true",
                "autoversion.filter", "", // As YAML has it where all below is commented out.
                "autoversions.x", "another's")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"autoversion.placment", "autoversion.filter.ordr", "autoversion.mount[/docs]"})
  void check_unknown(String name) {
    assertEquals(
        List.of(
            "WARNING there is no property '"
                + name
                + "', set in \""
                + name
                + "\" from property source \"told\"; there are "
                + String.join(", ", PropertyNames.ALL)),
        warnings(Map.of(name, "x")));
  }

  /** As a test's {@code DynamicPropertyRegistry} may tell it. */
  @Test
  void check_unknownWithoutValue_isNotSet() {
    assertEquals(List.of(), warnings(Collections.singletonMap("autoversion.placment", null)));
  }

  private static List<String> warnings(Map<String, Object> properties) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("told", properties));
    try (CapturedLog log = CapturedLog.open()) {
      PropertyNames.check(environment);
      return log.lines();
    }
  }
}
