package dev.autoversion.thymeleaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SrcsetTest extends PageTest {
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

  @Test
  void attribute_literal() {
    assertEquals(
        "<img srcset=\"/shop/s/a.png?v=3fc4ccfe7458 1x, /shop/s/b.png?v=8b5b9db0c13d 2x\">",
        inShop("<img av:srcset=\"/s/a.png 1x, /s/b.png 2x\">"));
  }

  @Test
  void attribute_keepsWhatIsNoAsset() {
    String srcset =
        "data:image/png;base64,AA== 100w, https://x.example/s/a.png 2x, /shop/x.png?a&amp;b 3x";
    assertEquals(
        "<img srcset=\"" + srcset + "\">",
        inShop("<img av:srcset=\"" + srcset.replace("/shop", "") + "\">"));
  }

  @Test
  void attribute_urlTemplatesAndLinks() {
    assertEquals(
        "<img srcset=\"/shop/s/a.png?v=3fc4ccfe7458 1x,"
            + " /shop/s/b.png?x=1&amp;v=8b5b9db0c13d 2x, /shop/s/b.png?v=8b5b9db0c13d 3x\">",
        inShop(
            "<img av:srcset=\"/s/{n}.png(n=${n}) 1x, /s/b.png(x=1) 2x, @{/s/b.png} 3x\">",
            Map.of("n", "a")));
  }

  @Test
  void attribute_expression() {
    Map<String, Object> model =
        Map.of("set", "/shop/s/a.png 1x, ${secret} 2x, /s/a.png 3x", "secret", "s3cret");
    assertEquals(
        "<img srcset=\"/shop/s/a.png?v=3fc4ccfe7458 1x, ${secret} 2x, /s/a.png 3x\">",
        inShop("<img av:srcset=\"${set}\">", model));
    assertEquals(
        "<img srcset=\"/shop/s/a.png?v=3fc4ccfe7458 1x, /shop/s/b.png?v=8b5b9db0c13d 2x\">",
        inShop("<img av:srcset=\"|@{/s/a.png} 1x, @{/s/b.png} 2x|\">"));
    assertEquals("<img>", inShop("<img srcset=\"a.png 1x\" av:srcset=\"${nothing}\">"));
  }

  @Test
  void attribute_outsideWeb() {
    assertEquals(
        "<img srcset=\"/s/a.png?v=3fc4ccfe7458 1x, /s/b.png?v=8b5b9db0c13d 2x\">",
        mail("<img av:srcset=\"/s/a.png 1x, /s/b.png 2x\">", Map.of()));
  }
}
