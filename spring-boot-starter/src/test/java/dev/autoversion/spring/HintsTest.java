package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.jayway.jsonpath.JsonPath;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
  @ValueSource(strings = {"thymeleaf", "jinjava"})
  void modules_sayTheSame(String engine) throws Exception {
    String name =
        "META-INF/native-image/dev.autoversion/autoversion-"
            + engine
            + "-ext/reachability-metadata.json";
    try (InputStream in = getClass().getClassLoader().getResourceAsStream(name)) {
      List<String> types = JsonPath.read(in, "$.reflection[*].type");
      assertEquals(1, types.size());
      assertTrue(
          RuntimeHintsPredicates.reflection()
              .onType(TypeReference.of(Class.forName(types.get(0))))
              .test(hints),
          types::toString);
    }
  }
}
