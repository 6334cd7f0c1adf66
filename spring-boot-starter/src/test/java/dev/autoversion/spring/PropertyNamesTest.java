package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "told",
                Map.of(
                    "autoversion.hashLength", "12",
                    "autoversion.host_except", "",
                    "autoversion.mounts[/docs]", "",
                    "autoversion.exclude[0]", "sw.js",
                    "autoversion.filter.enabled", "true",
                    "autoversions.x", "another's")));
    PropertyNames.check(environment);
  }
}
