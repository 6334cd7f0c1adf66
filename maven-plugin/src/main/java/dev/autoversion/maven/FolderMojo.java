package dev.autoversion.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals have in common: which folders, and where their manifest is. */
abstract class FolderMojo extends AbstractMojo {
  /**
   * The folders with assets: each has a <code>directory</code>, a <code>prefix</code> that its URLs
   * begin with, and an <code>output</code> if copies don't go beside the assets. Default: <code>
   * ${project.build.outputDirectory}/static</code>, and for a WAR also <code>src/main/webapp</code>
   * at <code>/</code>, whose copies go straight into the archive.
   */
  @Parameter private @Nullable List<AssetFolder> folders;

  /**
   * What the URLs of <code>static</code> begin with, if no folders are configured. Default: <code>/
   * </code> in a project with Spring Boot, which serves it there, else <code>/static</code>.
   */
  @Parameter(property = "autoversion.prefix")
  private @Nullable String prefix;

  /** The manifest, with a part for each folder. It must be on the class path at run time. */
  @Parameter(
      property = "autoversion.manifest",
      defaultValue = "${project.build.outputDirectory}/META-INF/autoversion/manifest.json")
  private @Nullable File manifest;

  /** Skips the goal. */
  @Parameter(property = "autoversion.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private @Nullable MavenProject project;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped, since autoversion.skip is set");
      return;
    }
    List<AssetFolder> all = folders();
    if (all.isEmpty()) {
      getLog()
          .info(
              "no assets: there is no folder static among the classes, and no src/main/webapp of a WAR");
    }
    Prefixes prefixes = new Prefixes();
    for (AssetFolder folder : all) {
      try {
        if (isThere(folder) && isFree(folder, prefixes)) {
          run(folder);
        }
      } catch (IllegalArgumentException | IllegalStateException e) {
        throw new MojoExecutionException(e.getMessage(), e);
      } catch (IOException e) {
        throw new MojoExecutionException(folder + ": " + e.getMessage(), e);
      }
    }
  }

  /** Does the goal's work for one folder. */
  abstract void run(AssetFolder folder) throws IOException, MojoFailureException;

  /** Where the manifest is. */
  final Path manifest() {
    return Objects.requireNonNull(manifest, "manifest").toPath();
  }

  /** {@code 1 asset}, {@code 2 assets}. */
  static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private List<AssetFolder> folders() {
    List<AssetFolder> configured = configured();
    return configured.isEmpty()
        ? ProjectFolders.of(Objects.requireNonNull(project, "project"), prefix)
        : configured;
  }

  private List<AssetFolder> configured() {
    return folders == null ? List.of() : folders;
  }

  /**
   * Default folders may share a prefix, as in a Spring Boot WAR with JSPs. The first one gets it.
   */
  private boolean isFree(AssetFolder folder, Prefixes prefixes) {
    Optional<String> refusal = prefixes.refusal(folder);
    if (refusal.isPresent() && !configured().isEmpty()) {
      throw new IllegalArgumentException(refusal.get());
    }
    refusal.ifPresent(getLog()::info);
    return refusal.isEmpty();
  }

  /** A parent's POM may name a folder that not every module has. */
  private boolean isThere(AssetFolder folder) {
    boolean there = Files.isDirectory(folder.directory());
    if (!there) {
      getLog().info(folder.directory() + " does not exist, so nothing in it is published");
    }
    return there;
  }
}
