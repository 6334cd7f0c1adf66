package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

final class AssetUrlTest {
  private static final AssetUrl URL = new AssetUrl("/s/a.js", new Version("1.0"));

  @Test
  void equals_bothParts() {
    assertEquals(new AssetUrl("/s/a.js", new Version("1.0")), URL);
    assertEquals(new AssetUrl("/s/a.js", new Version("1.0")).hashCode(), URL.hashCode());
    assertNotEquals(new AssetUrl("/s/b.js", new Version("1.0")), URL);
    assertNotEquals(new AssetUrl("/s/a.js", new Version("1.1")), URL);
    assertNotEquals(URL, new Version("1.0"));
  }

  @Test
  void toString_bothParts() {
    assertEquals("AssetUrl[url=/s/a.js, version=1.0]", URL.toString());
  }
}
