package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestReaderTest {
  private static String refused(String manifest) {
    byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
    IOException e =
        assertThrows(IOException.class, () -> ManifestReader.read(bytes, Path.of("m.json")));
    return e.getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [1]                               | it should have an object at line 1, column 1
          {}                                | it lacks "autoversion": 1
          {"mounts": {}}                    | it lacks "autoversion": 1
          {"autoversion": "1"}              | it should have a whole number at line 1, column 17
          {"autoversion": 1.5}              | it should have a whole number at line 1, column 17
          {"autoversion": 1, "mounts": []}  | it should have an object at line 1, column 30
          {"autoversion": 1, "mounts": {"/": {"a": {"file": 3}}}} | it should have text at line 1, column 51
          {"autoversion": 1, "mounts": {"/": {"a": {"covers": "b"}}}} | it should have a list at line 1, column 53
          {"autoversion": 1, "mounts": {"/": {"a": {"covers": [3]}}}} | it should have text at line 1, column 54
          {"autoversion": 1, "mounts": {"/": {"a": {"size": 9223372036854775808}}}} | it should have a whole number at line 1, column 51
          {"autoversion": 1, "mounts": {    | it is not valid JSON at line 1, column 31
          {"autoversion": 1, x              | it is not valid JSON at line 1, column 20
          """)
  void read_whatIsNoManifest_saysWhereAndWhatToDo(String manifest, String why) {
    assertEquals(
        "m.json is not an autoversion manifest: "
            + why
            + "; restore it, or delete it together with all copies",
        refused(manifest));
  }

  /** Jackson does not say where it found more than it reads. */
  @Test
  void read_beyondWhatJacksonReads() {
    assertEquals(
        "m.json is not an autoversion manifest: it exceeds a limit of the JSON parser:"
            + " Name length (50001) exceeds"
            + " the maximum allowed (50000, from `StreamReadConstraints.getMaxNameLength()`);"
            + " restore it, or delete it together with all copies",
        refused("{\"" + "k".repeat(50_001) + "\": 1}"));
  }

  @Test
  void read_anotherVersion_saysWhich() {
    assertEquals(
        "m.json is in version 2 of the manifest format, but this release reads version 1;"
            + " use the release that wrote it, or a later one",
        refused("{\"autoversion\": 2, \"mounts\": []}"));
  }
}
