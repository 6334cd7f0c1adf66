package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the whole site is mounted, pages lie among the assets (rule 7). */
class RootMountTest {
  @TempDir Path site;

  @BeforeEach
  void writeSite() throws IOException {
    Files.writeString(site.resolve("app.js"), "two");
    Files.writeString(site.resolve("LICENSE"), "two");
    Files.writeString(
        site.resolve("site.css"), "i{background:url(/owners)} u{background:url(no.png)}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/owners",
        "/owners/12",
        "/users/john.doe",
        "/a.html",
        "/cart.jsp",
        "/x;jsessionid=1",
        "/owners?sort=a.css#b.js",
        "/v1.2/owners",
        "/../etc/passwd",
        "/%zz",
        "/a.js/b",
        "/.env"
      })
  void url_pages(String reference) {
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals(reference, mounted("/", OnMissing.FAIL).url(reference));
      assertEquals(reference, mounted("/", OnMissing.WARN).url(reference));
      assertEquals(List.of(), log.lines());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/no.js",
        "/no.cjs",
        "/a/b.CSS",
        "/x.woff2;jsessionid=1",
        "/a.png?x",
        "/data.json#y",
        "/a b.svg"
      })
  void url_missingAssets(String reference) {
    assertThrows(MissingAssetException.class, () -> mounted("/", OnMissing.FAIL).url(reference));
  }

  /** Below a folder of their own, all are assets. */
  @Test
  void url_otherMount() {
    assertThrows(MissingAssetException.class, () -> mounted("/s", OnMissing.FAIL).url("/s/owners"));
  }

  @Test
  void url_assetWithoutExtension() {
    assertEquals("/LICENSE?v=3fc4ccfe7458", mounted("/", OnMissing.FAIL).url("/LICENSE"));
  }

  @Test
  void url_linkInStylesheet() {
    try (CapturedLog log = CapturedLog.open()) {
      mounted("/", OnMissing.WARN).url("/site.css");
      assertEquals(1, log.lines().size());
      assertEquals(true, log.lines().get(0).contains("'/site.css' refers to it as 'no.png'"));
    }
  }

  @Test
  void url_underContextPath() {
    Autoversion autoversion = mounted("/", OnMissing.FAIL);
    assertEquals("/shop/owners/12", autoversion.url("/shop/owners/12", "/shop"));
    assertEquals("/shop/app.js?v=3fc4ccfe7458", autoversion.url("/shop/app.js", "/shop"));
  }

  @Test
  void explain_page() {
    assertEquals(
        "no asset has this name, and with a mount at '/' only a name that ends like a script,"
            + " style, image, font or the like is missed: all others may be pages",
        mounted("/", OnMissing.FAIL).explain("/owners/12").reason().orElseThrow());
  }

  private Autoversion mounted(String prefix, OnMissing policy) {
    return Autoversion.builder().directory(prefix, site).onMissing(policy).build();
  }
}
