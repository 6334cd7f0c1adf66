package dev.autoversion.spring;

import dev.autoversion.VersionStrategy;
import dev.autoversion.spring.AutoversionProperties.What;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties that together say how versions are computed. A strategy that takes a number or a
 * text has a property of its own, and setting that alone is enough.
 *
 * @param version {@code autoversion.version}, or what the other two imply
 * @param fixedVersion empty if it is blank
 */
record VersionProperties(
    What version, @Nullable Integer hashLength, Optional<String> fixedVersion) {
  private static final String HASH_LENGTH = "hash-length";
  private static final String FIXED_VERSION = "fixed-version";
  private static final int DEFAULT_LENGTH = 12;

  /**
   * Reads them.
   *
   * @throws BadPropertyException if one is set that only another strategy takes
   */
  static VersionProperties of(AutoversionProperties properties) {
    Optional<String> fixed =
        Optional.ofNullable(properties.fixedVersion()).filter(text -> !text.isBlank());
    What implied = fixed.isPresent() ? What.FIXED : What.CONTENT_HASH;
    What version = Objects.requireNonNullElse(properties.version(), implied);
    Integer length = properties.hashLength();
    if (length != null) {
      check(HASH_LENGTH, length, What.CONTENT_HASH, version);
    }
    fixed.ifPresent(text -> check(FIXED_VERSION, text, What.FIXED, version));
    return new VersionProperties(version, length, fixed);
  }

  private static void check(String name, Object value, What taker, What version) {
    if (version != taker) {
      throw new BadPropertyException(
          name,
          value,
          new IllegalArgumentException(
              "it is for autoversion.version="
                  + written(taker)
                  + ", and the version is "
                  + written(version)));
    }
  }

  private static String written(What version) {
    return version.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The property with the strategy's own value, if it has one. */
  String name() {
    return switch (version) {
      case CONTENT_HASH -> HASH_LENGTH;
      case FIXED -> FIXED_VERSION;
      case LAST_MODIFIED, GIT_COMMIT, GIT_FILE_COMMIT -> "version";
    };
  }

  Object value() {
    return switch (version) {
      case CONTENT_HASH -> length();
      case FIXED -> fixedVersion.orElse("");
      case LAST_MODIFIED, GIT_COMMIT, GIT_FILE_COMMIT -> version;
    };
  }

  VersionStrategy strategy() {
    try {
      return switch (version) {
        case CONTENT_HASH -> VersionStrategy.contentHash(length());
        case FIXED -> VersionStrategy.fixed(fixed());
        case LAST_MODIFIED -> VersionStrategy.lastModified();
        case GIT_COMMIT -> VersionStrategy.gitCommit(Path.of(""));
        case GIT_FILE_COMMIT -> VersionStrategy.gitFileCommit(Path.of(""));
      };
    } catch (IllegalStateException e) { // JGit is absent.
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private int length() {
    return Objects.requireNonNullElse(hashLength, DEFAULT_LENGTH);
  }

  private String fixed() {
    return fixedVersion.orElseThrow(
        () ->
            new IllegalArgumentException(
                "autoversion.version=fixed needs a version, such as a release number"));
  }
}
