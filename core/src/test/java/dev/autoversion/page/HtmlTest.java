package dev.autoversion.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void escape_whatEndsAValue() {
    assertEquals("&amp;&lt;&gt;&quot;&#39;&#123;a é}", Html.escape("&<>\"'{a é}"));
  }

  @Test
  void string_whatEndsAStringOrAScript() {
    assertEquals("\"/a b-_~.js?x=1#y\"", Html.string("/a b-_~.js?x=1#y"));
    assertEquals("\"\\u001f\\u007f\"", Html.string("\u001f\u007f"));
    assertEquals(
        "\"\\u0022\\u005c\\u003c/script\\u003e\\u0026\\u0027\\u007b\\u000a\\u2028\\u00e9\"",
        Html.string("\"\\</script>&'{\n\u2028é"));
  }
}
