package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What holds for any bytes, whichever way they are read. */
final class ReferrerLaws {
  private ReferrerLaws() {}

  static void assertHold(Function<byte[], Referrer> read, byte[] bytes) {
    assertRangesGrow(read.apply(bytes), bytes);
    assertSame(bytes, read.apply(bytes).rewrite(value -> value));
    assertRewritten(read, bytes, value -> value + "?v=9f3c2ab1d04e");
    assertRewritten(read, bytes, value -> "/@9f3c2ab1d04e/" + value);
  }

  static void assertRangesGrow(Referrer referrer, byte[] bytes) {
    int last = -1;
    for (Reference found : referrer.references()) {
      assertTrue(last < found.start(), found::toString);
      assertTrue(found.start() <= found.end() && found.end() <= bytes.length, found::toString);
      last = found.end();
    }
  }

  /** A second scan finds the replacements, and nothing around them has changed. */
  static void assertRewritten(
      Function<byte[], Referrer> read, byte[] bytes, UnaryOperator<String> replacement) {
    byte[] rewritten = read.apply(bytes).rewrite(replacement);
    List<Reference> before = read.apply(bytes).references();
    List<Reference> after = read.apply(rewritten).references();
    assertEquals(before.size(), after.size(), () -> new String(rewritten, UTF_8));
    int endBefore = 0;
    int endAfter = 0;
    for (int i = 0; i < before.size(); i++) {
      Reference was = before.get(i);
      Reference is = after.get(i);
      assertArrayEquals(
          Arrays.copyOfRange(bytes, endBefore, was.start()),
          Arrays.copyOfRange(rewritten, endAfter, is.start()));
      // Malformed bytes are read as U+FFFD, and may be left as they are.
      boolean left = is.value().equals(was.value()) && was.value().indexOf('\ufffd') >= 0;
      assertTrue(left || is.value().equals(replacement.apply(was.value())), is::toString);
      endBefore = was.end();
      endAfter = is.end();
    }
    assertArrayEquals(
        Arrays.copyOfRange(bytes, endBefore, bytes.length),
        Arrays.copyOfRange(rewritten, endAfter, rewritten.length));
  }
}
