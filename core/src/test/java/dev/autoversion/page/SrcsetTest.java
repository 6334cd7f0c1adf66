package dev.autoversion.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SrcsetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.png                        | <a.png>",
        "a.png 1x, b.png 2x           | <a.png> 1x, <b.png> 2x",
        "a.png 100w,b.png 200w        | <a.png> 100w,<b.png> 200w",
        "a.png 100w 50h , b.png       | <a.png> 100w 50h , <b.png>",
        "a.png, b.png 2x              | <a.png>, <b.png> 2x",
        "a.png,b.png                  | <a.png,b.png>",
        "a.png,,, b.png               | <a.png>,,, <b.png>",
        "`,, a.png 1x,`               | `,, <a.png> 1x,`",
        "data:image/png;base64,AA== 1x, b.png 2x | <data:image/png;base64,AA==> 1x, <b.png> 2x",
        "data:,x, b.png               | <data:,x>, <b.png>",
        "a.png calc(1, 2), b.png      | <a.png> calc(1, 2), <b.png>",
        "a.png f(x, b.png 2x          | <a.png> f(x, b.png 2x",
        "a.png), b.png                | <a.png)>, <b.png>",
        "a.png )x, b.png              | <a.png> )x, <b.png>",
        "a.png (((x),b.png            | <a.png> (((x),<b.png>",
        "`  a.png  1x  `              | `  <a.png>  1x  `",
        "``                           | ``",
        "`, ,`                        | `, ,`",
      })
  void map_changesUrlsOnly(String srcset, String changed) {
    assertEquals(changed, Srcset.map(srcset, url -> "<" + url + ">"));
  }

  @Test
  void map_htmlSpaceOnly() {
    assertEquals(
        "<a.png>\t1x,\n<b.png>\f2x,\r\n<c\u00a0d\u000b.png>",
        Srcset.map("a.png\t1x,\nb.png\f2x,\r\nc\u00a0d\u000b.png", url -> "<" + url + ">"));
  }

  @Test
  void map_anyText() {
    Random random = new Random(42);
    String alphabet = "a, ()\t\u00a0x1:/";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(20); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String srcset = text.toString();
      assertEquals(srcset, Srcset.map(srcset, UnaryOperator.identity()));
    }
  }

  @Test
  void map_linearTime() {
    String hostile = "(".repeat(500_000) + ",".repeat(500_000) + " (" + ",".repeat(500_000);
    long start = System.nanoTime();
    assertEquals(hostile, Srcset.map(hostile, UnaryOperator.identity()));
    assertTrue(System.nanoTime() - start < 2_000_000_000L);
  }
}
