package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.jayway.jsonpath.JsonPath;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

/** What a native image keeps. */
class HintsTest {
  private final RuntimeHints hints = new RuntimeHints();

  HintsTest() {
    new AutoversionHints().registerHints(hints, getClass().getClassLoader());
  }

  @Test
  void whatTemplatesCall_isKept() {
    for (String name :
        new String[] {
          "dev.autoversion.thymeleaf.Autoversions", "dev.autoversion.jinjava.Functions"
        }) {
      assertTrue(
          RuntimeHintsPredicates.reflection()
              .onType(TypeReference.of(name))
              .withMemberCategory(MemberCategory.INVOKE_PUBLIC_METHODS)
              .test(hints),
          name);
    }
  }

  /** For those who have no Spring, the modules say the same. */
  @ParameterizedTest
  @CsvSource({"thymeleaf-ext, 1", "jinjava-ext, 1", "core, 4"})
  void modules_sayTheSame(String module, int count) throws Exception {
    String name =
        "META-INF/native-image/dev.autoversion/autoversion-"
            + module
            + "/reachability-metadata.json";
    try (InputStream in = getClass().getClassLoader().getResourceAsStream(name)) {
      List<String> types = JsonPath.read(in, "$.reflection[*].type");
      assertEquals(count, types.size());
      for (String type : types) {
        assertTrue(
            RuntimeHintsPredicates.reflection()
                .onType(TypeReference.of(Class.forName(type)))
                .test(hints),
            type);
      }
    }
  }

  @Test
  void cachesAndTheirEntries_canBeMade() {
    for (String name : new String[] {"SSMS", "SSMW", "PSMS", "PSMW"}) {
      assertTrue(
          RuntimeHintsPredicates.reflection()
              .onType(TypeReference.of("com.github.benmanes.caffeine.cache." + name))
              .withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)
              .test(hints),
          name);
    }
  }
}
