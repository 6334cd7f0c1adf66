package dev.autoversion.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The folders with assets of a project whose POM names none. */
final class ProjectFolders {
  private static final String SPRING_BOOT = "org.springframework.boot";
  private static final String WHOLE_SITE = "/";

  private ProjectFolders() {}

  /**
   * {@code static} among the classes, and a WAR's web resources, if they exist.
   *
   * @param prefix what the URLs of the former begin with; null for the default of the project's
   *     kind
   */
  static List<AssetFolder> of(MavenProject project, @Nullable String prefix) {
    List<AssetFolder> folders = new ArrayList<>();
    File classes = new File(project.getBuild().getOutputDirectory(), "static");
    if (classes.isDirectory()) {
      folders.add(AssetFolder.of(classes, prefix == null ? prefixOf(project) : prefix));
    }
    File web = new File(project.getBasedir(), "src/main/webapp");
    if (project.getPackaging().equals("war") && web.isDirectory()) {
      folders.add(AssetFolder.of(web, WHOLE_SITE).into(assembled(project)));
    }
    return folders;
  }

  /** Where maven-war-plugin assembles the archive: files that are already there go into it. */
  private static File assembled(MavenProject project) {
    Plugin packer = project.getPlugin("org.apache.maven.plugins:maven-war-plugin");
    if (packer != null && packer.getConfiguration() instanceof Xpp3Dom configuration) {
      Xpp3Dom folder = configuration.getChild("webappDirectory");
      String path = folder == null ? null : folder.getValue();
      if (path != null && !path.isBlank()) { // It may be a property without a value.
        return project.getBasedir().toPath().resolve(path).toFile();
      }
    }
    return new File(project.getBuild().getDirectory(), project.getBuild().getFinalName());
  }

  /** Spring Boot serves the folder at the root; elsewhere it is mounted under its name. */
  private static String prefixOf(MavenProject project) {
    return project.getDependencies().stream()
            .map(Dependency::getGroupId)
            .anyMatch(SPRING_BOOT::equals)
        ? WHOLE_SITE
        : "/static";
  }
}
