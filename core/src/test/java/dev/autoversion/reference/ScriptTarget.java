package dev.autoversion.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** Any bytes as a script. */
public final class ScriptTarget {
  private ScriptTarget() {}

  public static void fuzzerTestOneInput(byte[] data) {
    List<ModuleReference> references = Script.of(data).references();
    int last = -1;
    for (ModuleReference each : references) {
      assertTrue(last < each.start(), each::toString);
      assertTrue(each.start() <= each.end() && each.end() < data.length, each::toString);
      last = each.end();
    }
    if (data.length > 0 && data[0] != '#' && data[0] != (byte) 0xef) {
      assertOneLineFurther(references, data);
    }
  }

  /** An empty line in front moves all there is, unless that may only stand at the beginning. */
  private static void assertOneLineFurther(List<ModuleReference> references, byte[] data) {
    byte[] longer = new byte[data.length + 1];
    longer[0] = '\n';
    System.arraycopy(data, 0, longer, 1, data.length);
    List<ModuleReference> further = Script.of(longer).references();
    assertEquals(references.size(), further.size());
    for (int i = 0; i < references.size(); i++) {
      ModuleReference was = references.get(i);
      ModuleReference is = further.get(i);
      assertEquals(was.start() + 1, is.start());
      assertEquals(was.end() + 1, is.end());
      assertEquals(was.line() + 1, is.line());
      assertEquals(was.value(), is.value());
      assertEquals(was.kind(), is.kind());
      assertEquals(was.type(), is.type());
    }
  }
}
