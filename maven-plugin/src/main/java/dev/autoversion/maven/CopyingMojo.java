package dev.autoversion.maven;

import dev.autoversion.fingerprint.ContentCoding;
import dev.autoversion.fingerprint.Fingerprint;
import dev.autoversion.fingerprint.FingerprintReport;
import dev.autoversion.fingerprint.MissingReference;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** How copies are made; a check needs the same parameters as the run that made them. */
abstract class CopyingMojo extends FolderMojo {
  /** Assets to leave alone, as globs over their paths: <code>sw.js</code>. */
  @Parameter(property = "autoversion.excludes")
  private @Nullable List<@Nullable String> excludes;

  /**
   * The content codings: <code>br</code>, <code>zstd</code> and <code>gzip</code>, or <code>none
   * </code>.
   */
  @Parameter(property = "autoversion.codings", defaultValue = "br,zstd,gzip")
  private @Nullable List<@Nullable String> codings;

  /** The compression level, from 1 (fastest) to 11 (smallest files). */
  @Parameter(property = "autoversion.level", defaultValue = "11")
  private int level;

  /** The number of threads. Default: one for each core. */
  @Parameter(property = "autoversion.threads")
  private @Nullable Integer threads;

  /** Fails if a reference leads to no asset. */
  @Parameter(property = "autoversion.failOnMissing", defaultValue = "false")
  private boolean failOnMissing;

  /** A run with the parameters of the POM. */
  final Fingerprint fingerprint(AssetFolder folder) {
    Fingerprint run =
        Fingerprint.of(folder.directory())
            .prefix(folder.prefix())
            .manifest(manifest())
            .level(level);
    if (folder.output().isPresent()) {
      run = run.output(folder.output().get());
    }
    run = run.exclude(values(excludes).toArray(String[]::new));
    if (!values(codings).isEmpty()) {
      run = run.codings(codings(values(codings)));
    }
    return threads == null ? run : run.threads(threads);
  }

  /**
   * The values of a list, without blanks and line breaks around them: Maven only cuts at commas.
   * What is blank is null, and a list without values may be either.
   */
  private static List<String> values(@Nullable List<@Nullable String> configured) {
    return Stream.ofNullable(configured)
        .flatMap(List::stream)
        .filter(Objects::nonNull)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static ContentCoding[] codings(List<String> tokens) {
    return tokens.equals(List.of("none"))
        ? new ContentCoding[0]
        : tokens.stream().map(CopyingMojo::coding).toArray(ContentCoding[]::new);
  }

  private static ContentCoding coding(String token) {
    return ContentCoding.of(token)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "codings are br, zstd and gzip, or none by itself, not '" + token + "'"));
  }

  /** Logs notes and missing references, and fails because of the latter if that is configured. */
  final void logProblems(FingerprintReport report) throws MojoFailureException {
    report.notes().forEach(getLog()::warn);
    for (MissingReference missing : report.missing()) {
      getLog().warn(missing.toString());
    }
    if (failOnMissing && !report.missing().isEmpty()) {
      throw new MojoFailureException(
          count(report.missing().size(), "reference")
              + " without an asset, the first being "
              + report.missing().get(0));
    }
  }
}
