package dev.autoversion.examples.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * One application of modules, {@code src/application}, compiled against the archives of this build
 * and started from the module path. Classes in a folder will not do: what makes an engine's module
 * one is in the manifest of its archive.
 */
class ModulePathTest {
  private static final String VERSION = System.getProperty("version");
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  private static final String OWN = Path.of("target").toAbsolutePath().toString();

  @TempDir Path temporary;
  private Path site;

  @BeforeEach
  void writeSite() throws IOException {
    site = Files.createDirectories(temporary.resolve("site"));
    // Long enough to be compressed.
    write("static/a.js", "console.log('one');\n".repeat(100));
    write(
        "build/.vite/manifest.json", "{\"main.js\": {\"file\": \"main-1.js\", \"isEntry\": true}}");
    write("build/main-1.js", "one");
  }

  @TestFactory
  List<DynamicTest> application_onEachJdk() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path home : Jdks.homes()) {
      tests.add(dynamicTest(home.toString(), () -> checkOn(home)));
    }
    return tests;
  }

  private void checkOn(Path home) throws Exception {
    String modulePath = modulePath();
    Path application = compile(modulePath);
    assertEquals(
        """
        module dev.autoversion.examples.modules
        pebble /static/a.js?v=eea47953700e
        freemarker /static/a.js?v=eea47953700e
        thymeleaf <script src="/static/a.js?v=eea47953700e"></script>
        class path /own/b.txt?v=3fc4ccfe7458
        manifest <script type="module" src="/build/main-1.js"></script>
        codings Optional[br] Optional[zstd] Optional[gzip]
        filter module dev.autoversion.servlet
        check 1 missing
        """,
        run(home, application + File.pathSeparator + modulePath));
  }

  /** The class path of this test, in archives, without what only tests need. */
  private static String modulePath() {
    return Stream.of(CLASS_PATH.split(File.pathSeparator))
        .filter(entry -> !entry.startsWith(OWN))
        .filter(entry -> !entry.matches(".*(junit|opentest4j|apiguardian|surefire).*"))
        .map(ModulePathTest::archive)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  // A build that stops before "package" tells of folders; the archives of the last one may be
  // there.
  private static String archive(String entry) {
    Path classes = Path.of(entry);
    if (!Files.isDirectory(classes)) {
      return entry;
    }
    Path module = classes.getParent().getParent();
    Path archive =
        classes.resolveSibling("autoversion-" + module.getFileName() + "-" + VERSION + ".jar");
    assumeTrue(
        System.getenv("CI") != null || Files.exists(archive),
        () -> archive + " is not there; ./mvnw verify makes it");
    return archive.toString();
  }

  private Path compile(String modulePath) throws IOException {
    Path out = temporary.resolve("application");
    List<String> arguments =
        new ArrayList<>(List.of("--release", "17", "-p", modulePath, "-d", out.toString()));
    try (Stream<Path> sources = Files.walk(Path.of("src/application/java"))) {
      sources.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
    }
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int exitCode =
        ToolProvider.getSystemJavaCompiler()
            .run(null, messages, messages, arguments.toArray(String[]::new));
    assertEquals(0, exitCode, () -> messages.toString(StandardCharsets.UTF_8));
    Files.createDirectories(out.resolve("META-INF/assets"));
    Files.writeString(out.resolve("META-INF/assets/b.txt"), "two");
    return out;
  }

  private String run(Path home, String modulePath) throws IOException, InterruptedException {
    Path out = temporary.resolve("out.txt");
    Path err = temporary.resolve("err.txt");
    Process process =
        new ProcessBuilder(
                home.resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "-p",
                modulePath,
                "-m",
                "dev.autoversion.examples.modules/dev.autoversion.examples.modules.Application",
                site.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int exitCode = process.waitFor();
    assertEquals(0, exitCode, () -> text(err));
    return text(out).replace("\r\n", "\n");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = site.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
