package dev.autoversion;

import java.io.IOException;
import java.util.List;

/**
 * Has our classes, but none of some libraries: their packages begin with {@code org.example.}.
 *
 * <p>Public for the tests of other modules.
 */
public final class Without extends ClassLoader {
  private final List<String> packages;

  public Without(String... packages) {
    super(Autoversion.class.getClassLoader());
    this.packages = List.of(packages);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (packages.stream().anyMatch(name::startsWith)) {
      throw new ClassNotFoundException(name);
    }
    if (!name.startsWith("dev.autoversion.")) {
      return super.loadClass(name, resolve);
    }
    Class<?> loaded = findLoadedClass(name);
    return loaded != null ? loaded : define(name);
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (var bytes = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      byte[] code = bytes.readAllBytes();
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
