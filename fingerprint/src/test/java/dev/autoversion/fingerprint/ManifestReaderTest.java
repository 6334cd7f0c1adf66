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
          [1]                               | line 1, column 1 should be an object
          {}                                | it has no "autoversion": 1
          {"mounts": {}}                    | it has no "autoversion": 1
          {"autoversion": "1"}              | line 1, column 17 should be a whole number
          {"autoversion": 1.5}              | line 1, column 17 should be a whole number
          {"autoversion": 1, "mounts": []}  | line 1, column 30 should be an object
          {"autoversion": 1, "mounts": {"/": {"a": {"file": 3}}}} | line 1, column 51 should be text
          {"autoversion": 1, "mounts": {"/": {"a": {"covers": "b"}}}} | line 1, column 53 should be a list
          {"autoversion": 1, "mounts": {"/": {"a": {"covers": [3]}}}} | line 1, column 54 should be text
          {"autoversion": 1, "mounts": {"/": {"a": {"size": 9223372036854775808}}}} | line 1, column 51 should be a whole number
          {"autoversion": 1, "mounts": {    | it is no JSON from line 1, column 31 on
          {"autoversion": 1, x              | it is no JSON from line 1, column 20 on
          """)
  void read_whatIsNoManifest_saysWhereAndWhatToDo(String manifest, String why) {
    assertEquals(
        "m.json is no manifest of autoversion: "
            + why
            + "; restore it, or delete it and all copies",
        refused(manifest));
  }

  /** Jackson does not say where it found more than it reads. */
  @Test
  void read_beyondWhatJacksonReads() {
    assertEquals(
        "m.json is no manifest of autoversion: it has more than is read: Name length (50001) exceeds"
            + " the maximum allowed (50000, from `StreamReadConstraints.getMaxNameLength()`);"
            + " restore it, or delete it and all copies",
        refused("{\"" + "k".repeat(50_001) + "\": 1}"));
  }

  @Test
  void read_anotherVersion_saysWhich() {
    assertEquals(
        "m.json has version 2 of the format of autoversion-fingerprint, and version 1 is read here;"
            + " take the release that wrote it, or a later one",
        refused("{\"autoversion\": 2, \"mounts\": []}"));
  }
}
