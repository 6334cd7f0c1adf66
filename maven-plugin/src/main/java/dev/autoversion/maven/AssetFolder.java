package dev.autoversion.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder with assets, as a POM configures it: {@code <folder><directory>…</directory></folder>}.
 */
public final class AssetFolder {
  private @Nullable File directory;
  private @Nullable String prefix;
  private @Nullable File output;

  /** Called by Maven. */
  public AssetFolder() {}

  /** A folder that no POM configures. */
  static AssetFolder of(File directory, String prefix) {
    AssetFolder folder = new AssetFolder();
    folder.directory = directory;
    folder.prefix = prefix;
    return folder;
  }

  /** Puts the copies elsewhere. */
  AssetFolder into(File other) {
    output = other;
    return this;
  }

  /**
   * Where the assets are.
   *
   * @throws IllegalArgumentException if the POM does not say
   */
  Path directory() {
    if (directory == null) {
      throw new IllegalArgumentException(
          "a <folder> needs a <directory>, like ${project.build.outputDirectory}/static");
    }
    return directory.toPath();
  }

  /**
   * What the URLs begin with: {@code /static}.
   *
   * @throws IllegalArgumentException if the POM does not say
   */
  String prefix() {
    if (prefix == null) {
      throw new IllegalArgumentException(
          "the <folder> "
              + directory()
              + " needs a <prefix>, like /static, or / for the whole site");
    }
    return prefix;
  }

  /** Where the copies go, if not beside the assets. */
  Optional<Path> output() {
    return Optional.ofNullable(output).map(File::toPath);
  }

  @Override
  public String toString() {
    return directory + " at " + prefix;
  }
}
