package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.autoversion.Autoversion;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** An application that has no web server, and nothing of Spring's for one, such as a mailer. */
class WithoutWebTest {
  @TempDir Path site;

  @Test
  void mountedFolder_versioned() throws Exception {
    Files.writeString(site.resolve("a.txt"), "one"); // printf one | sha256sum
    try (URLClassLoader loader =
        new URLClassLoader(libraries(), ClassLoader.getPlatformClassLoader())) {
      assertThrows(
          ClassNotFoundException.class,
          () -> loader.loadClass("org.springframework.web.util.UriUtils"));
      assertEquals("/mail/a-7692c3ad3540.txt", render(loader));
    }
  }

  private Object render(ClassLoader loader) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return loader
          .loadClass(Mailer.class.getName())
          .getMethod("render", String.class)
          .invoke(null, site.toUri().toString());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URL[] libraries() throws Exception {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<URL> libraries = new ArrayList<>();
    for (String element : all.split(File.pathSeparator)) {
      if (!new File(element).getName().startsWith("spring-web")) {
        libraries.add(new File(element).toURI().toURL());
      }
    }
    return libraries.toArray(URL[]::new);
  }

  /** The application; the test asks it in a class loader of its own. */
  public static final class Mailer {
    private Mailer() {}

    /** What a mail refers to if this folder is mounted. */
    public static String render(String folder) {
      try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
        context
            .getEnvironment()
            .getPropertySources()
            .addFirst(new MapPropertySource("ours", Map.of("autoversion.mounts[/mail]", folder)));
        context.register(AutoversionAutoConfiguration.class);
        context.refresh();
        return context.getBean(Autoversion.class).url("/mail/a.txt");
      }
    }
  }
}
