package dev.autoversion;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * An application on a server: it loads our classes and Caffeine's for itself, and the rest from the
 * server.
 *
 * <p>Public for the tests of other modules.
 */
public final class Application extends URLClassLoader {
  /** With the places of some classes, beside core's and Caffeine's. */
  public Application(ClassLoader server, Class<?>... others) {
    super(places(others), server);
  }

  private static URL[] places(Class<?>... others) {
    return Stream.concat(Stream.of(Autoversion.class, Caffeine.class), Arrays.stream(others))
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .toArray(URL[]::new);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean own = name.startsWith("dev.autoversion.") || name.startsWith("com.github.benmanes.");
    if (!own) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
  }

  /** The JVM's own compiler may hold a class for a moment, so the collector is given several. */
  public static boolean isCollected(
      Reference<ClassLoader> application, ReferenceQueue<ClassLoader> collected)
      throws InterruptedException {
    for (int i = 0; i < 100 && !application.refersTo(null); i++) {
      System.gc();
      collected.remove(50);
    }
    return application.refersTo(null);
  }
}
