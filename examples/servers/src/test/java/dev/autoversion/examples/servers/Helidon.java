package dev.autoversion.examples.servers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the program that the JDK of the build can't, and starts it. */
final class Helidon {
  private static final Path PROGRAM =
      Path.of("src/main/java21/dev/autoversion/examples/servers/HelidonServer.java");

  private Helidon() {}

  static RunningServer start(Autoversion autoversion) throws Exception {
    Object program = compiled().getDeclaredConstructor(Autoversion.class).newInstance(autoversion);
    Method start = program.getClass().getDeclaredMethod("start", int.class);
    return (RunningServer) start.invoke(program, 0);
  }

  private static Class<?> compiled() throws IOException, IllegalAccessException {
    Path folder = Files.createTempDirectory("helidon");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-d",
              folder.toString(),
              "-cp",
              System.getProperty(
                  "surefire.test.class.path", System.getProperty("java.class.path")));
      assertTrue(
          compiler
              .getTask(null, files, null, options, null, files.getJavaFileObjects(PROGRAM))
              .call(),
          "it does not compile");
    }
    Path compiled = folder.resolve("dev/autoversion/examples/servers/HelidonServer.class");
    return MethodHandles.lookup().defineClass(Files.readAllBytes(compiled));
  }
}
