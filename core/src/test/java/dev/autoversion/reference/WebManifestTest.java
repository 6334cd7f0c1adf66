package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebManifestTest {
  @Test
  void rewrite_sourcesAlone() {
    String manifest =
        """
        {"name": "Shop", "start_url": "/?x", "scope": "/", "id": "/",
         "icons": [{"src": "i/1.png", "sizes": "1x1"}, {"src" : "i\\/\\u0032.png?a"}],
         "screenshots": [{"src": "s.png", "label": "src"}],
         "shortcuts": [{"url": "/new", "icons": [{"src": "n.png"}]}],
         "file_handlers": [{"action": "/open", "icons": [{"src": "f.png"}]}],
         "src": "no.png", "other": [{"src": "no.png"}], "x": {"icons": [{"src": "no.png"}]}}
        """;
    String expected =
        manifest
            .replace("i/1.png", "i/1.png?v=1")
            .replace("i\\/\\u0032.png?a", "i/2.png?a&v=1")
            .replace("\"s.png", "\"s.png?v=1")
            .replace("n.png\"}]}],", "n.png?v=1\"}]}],")
            .replace("f.png", "f.png?v=1");
    WebManifest read = WebManifest.of(manifest.getBytes(UTF_8));
    byte[] rewritten = read.rewrite(value -> value + (value.contains("?") ? "&" : "?") + "v=1");
    assertEquals(expected, new String(rewritten, UTF_8));
    assertEquals(
        List.of("i/1.png", "i/2.png?a", "s.png", "n.png", "f.png"),
        read.references().stream().map(Reference::value).toList());
    assertEquals(List.of(2, 2, 3, 4, 5), read.references().stream().map(Reference::line).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "\"icons\"",
        "{\"icons\": [{\"src\": \"a.png\"}]",
        "{\"icons\": [{\"src\": \"a.png\"},]}",
        "{\"icons\": [{\"src\": \"a.png\",}]}",
        "{\"icons\": [{\"src\": 'a.png'}]}",
        "{\"icons\": [{\"src\": \"a\npng\"}]}",
        "{\"icons\": [{\"src\": \"a\\xpng\"}]}",
        "{\"icons\": [{\"src\": \"a.png\"}]} x",
        "{\"icons\": [{\"src\": \"a.png\", \"x\": 01}]}",
        "{\"icons\": [{\"src\": \"a.png\", \"x\": tru}]}",
        "{\"icons\": [{\"src\": \"a.png\", \"x\": truely}]}",
        "{\"icons\": [{\"src\": \"a.png\", \"x\": }]}",
        "{\"icons\": [{\"src\": \"a.png\", \"x\": -}]}",
        "{\"icons\": [{\"src\": \"a.png\", \"x\": 1.}]}",
        "{\"icons\": [{\"src\": \"a.png\", \"x\": 1e}]}",
        "{\"icons\": [{\"src\": \"a.png\", \"x\": 1e-}]}",
        "{\"icons\": [{\"src\": \"a.png\", \"x\": 1.5.5}]}",
        "{\"icons\": [{\"src\": \"a.png\", \"x\": \"\\u12g4\"}]}",
        "{\"icons\": [{\"src\": \"a.png\", \"x\": \"\0\"}]}",
        "{\"icons\": [{\"src\": \"a.png\"}], \"x\": \"\\}",
        "{\"icons\": [{\"src\": \"a.png\"}], \"x\"}",
        "{\"icons\": {\"src\": \"a.png\"}}",
        "{\"\": {\"icons\": [{\"src\": \"a.png\"}]}}",
        "{\"ic\": {\"ons\": [{\"src\": \"a.png\"}]}}",
        "{\"icons\": [{\"src\": {\"\": \"a.png\"}}]}",
        "{\"icons[{src\": \"a.png\"}",
        "{\"icons[]src\": \"a.png\", \"{icons[{src\": \"a.png\"}",
        "{\"icons\": [[{\"src\": \"a.png\"}]]}",
        "// a comment\n{\"icons\": [{\"src\": \"a.png\"}]}",
      })
  void noReference(String manifest) {
    byte[] bytes = manifest.getBytes(UTF_8);
    assertEquals(List.of(), WebManifest.of(bytes).references());
    assertSame(bytes, WebManifest.of(bytes).rewrite(value -> "x"));
  }

  /** Half of a pair has no bytes in UTF-8: it stays the escape that it was. */
  @Test
  void rewrite_unpairedSurrogate() {
    String manifest =
        "{\"icons\": [{\"src\": \"\\ud83d.png\"}, {\"src\": \"\\ud83d\\ude00.png\"}]}";
    byte[] rewritten = WebManifest.of(manifest.getBytes(UTF_8)).rewrite(value -> value + "?v=1");
    assertEquals(
        "{\"icons\": [{\"src\": \"\\ud83d.png?v=1\"}, {\"src\": \"\ud83d\ude00.png?v=1\"}]}",
        new String(rewritten, UTF_8));
  }

  @Test
  void byteOrderMark_isSkipped() {
    String manifest = "\ufeff{\"icons\": [{\"src\": \"a.png\"}]}";
    assertEquals(1, WebManifest.of(manifest.getBytes(UTF_8)).references().size());
  }

  @Test
  void numbersAndWords_areJson() {
    String manifest =
        " {\"a\": [-0, 1.5e+3, 90, true, false, null, {}, []] , \"icons\": [{\"src\": \"a.png\" } ]}\n";
    assertEquals(1, WebManifest.of(manifest.getBytes(UTF_8)).references().size());
  }

  @Test
  void rewrite_escapesAndSpace() {
    String manifest = "{\"icons\": [{\"src\": \"a \\\"b.png\"}]}";
    byte[] rewritten = WebManifest.of(manifest.getBytes(UTF_8)).rewrite(value -> value + "?v=1");
    assertEquals("{\"icons\": [{\"src\": \"a \\\"b.png?v=1\"}]}", new String(rewritten, UTF_8));
  }

  @Test
  void prefixes_haveAnAnswer() {
    byte[] bytes =
        "{\"x\": [true, -1.5e3], \"icons\": [{\"src\": \"\\u00e9\\\\\"}]}".getBytes(UTF_8);
    for (int length = 0; length < bytes.length; length++) {
      assertTrue(WebManifest.of(Arrays.copyOf(bytes, length)).references().isEmpty());
    }
    assertEquals(1, WebManifest.of(bytes).references().size());
  }
}
