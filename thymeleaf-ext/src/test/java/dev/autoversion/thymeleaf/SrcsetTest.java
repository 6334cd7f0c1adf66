package dev.autoversion.thymeleaf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SrcsetTest extends PageTest {
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
