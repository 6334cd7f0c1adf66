package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
  @TempDir Path target;
  private Path folder;

  @BeforeEach
  void writeSite() throws IOException {
    new Tree(target).write("static/app.js", "two").write("static/js/b.js", "three");
    folder = target.resolve("static");
  }

  private Fingerprint site() {
    return Fingerprint.of(folder).prefix("/static");
  }

  private static String refused(Runnable call) {
    return assertThrows(IllegalArgumentException.class, call::run).getMessage();
  }

  @Test
  void manifest_folder_isWrongUse() {
    assertEquals(
        "the manifest / is a folder; name a file in it",
        refused(() -> site().manifest(Path.of("/"))));
    assertEquals(
        "the manifest " + folder + " is a folder; name a file in it",
        refused(() -> Cleaning.of(folder).manifest(folder)));
    for (String told : new String[] {"/", ".", target.toString(), folder.toString()}) {
      assertEquals(
          2,
          FingerprintCommand.run(folder.toString(), "--prefix", "/static", "--manifest", told),
          told);
    }
  }
}
