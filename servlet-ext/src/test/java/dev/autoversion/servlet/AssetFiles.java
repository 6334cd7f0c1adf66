package dev.autoversion.servlet;

import dev.autoversion.Autoversion;
import dev.autoversion.ManualTime;
import dev.autoversion.Placement;
import dev.autoversion.TextFile;
import java.io.IOException;
import java.nio.file.Path;

/** The files that the tests serve. */
final class AssetFiles {
  static final String IMMUTABLE = "public, max-age=31536000, immutable";

  private AssetFiles() {}

  static void write(Path root) throws IOException {
    put(root, "static/app.js", "two"); // printf two | sha256sum: 3fc4ccfe7458
    put(root, "static/my.js", "my");
    put(root, "static/a b.js", "two");
    put(root, "static/\u00e9.js", "two");
    put(root, "static/LICENSE", "two");
    put(root, "static/.env", "two");
    put(root, "static/WEB-INF/in.js", "two");
    put(root, "static/cart.jsp", "two");
    put(root, "static/private/admin.js", "two");
    put(root, "static/big.txt", "0123456789".repeat(10_000));
    put(root, "static/empty.txt", "");
    put(root, "static/img/x.png", "two");
    put(root, "static/css/site.css", "a{background:url(../img/x.png)}");
    put(root, "static/css/plain.css", "a{color:red}");
    put(root, "WEB-INF/web.js", "two");
    put(root, "other/app.js", "two");
  }

  static void put(Path root, String name, String text) throws IOException {
    TextFile.write(root.resolve(name), text);
  }

  /** The files are old enough for the container to send them. */
  static Autoversion autoversion(Path root, Placement placement) {
    return autoversion(root, placement, ManualTime.later());
  }

  static Autoversion autoversion(Path root, Placement placement, ManualTime time) {
    return time.builder().directory("/static", root.resolve("static")).placement(placement).build();
  }
}
