package dev.autoversion.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixesTest {
  @TempDir File folder;

  @Test
  void refusal_ofTheSecond() {
    Prefixes prefixes = new Prefixes();
    assertEquals(Optional.empty(), prefixes.refusal(AssetFolder.of(new File("a"), "/s/")));
    assertEquals(Optional.empty(), prefixes.refusal(AssetFolder.of(new File("b"), "/")));
    assertEquals(
        Optional.of(
            "c at /s is not published, since a at /s/ has the same prefix; configure <folders>,"
                + " each with a <prefix> of its own"),
        prefixes.refusal(AssetFolder.of(new File("c"), "/s")));
  }

  @ParameterizedTest
  @CsvSource({"/a b, /a%20b/", "/%c3%bc+, /ü+", "/%, /%"})
  void refusal_ofTheSecondInAnotherSpelling(String first, String second) {
    Prefixes prefixes = new Prefixes();
    assertEquals(Optional.empty(), prefixes.refusal(AssetFolder.of(new File("a"), first)));
    assertEquals(
        Optional.of(
            "b at "
                + second
                + " is not published, since a at "
                + first
                + " has the same prefix; configure <folders>, each with a <prefix> of its own"),
        prefixes.refusal(AssetFolder.of(new File("b"), second)));
  }

  /** For maven-war-plugin an empty element, as of a property without a value, says nothing. */
  @ParameterizedTest
  @CsvSource({"target/web, target/web", "'', target/shop"})
  void output_warAssembledElsewhere(String told, String output) {
    new File(folder, "src/main/webapp").mkdirs();
    Xpp3Dom where = new Xpp3Dom("webappDirectory");
    where.setValue(told);
    Xpp3Dom configuration = new Xpp3Dom("configuration");
    configuration.addChild(where);
    Plugin packer = new Plugin();
    packer.setArtifactId("maven-war-plugin");
    packer.setConfiguration(configuration);
    Build build = build();
    build.addPlugin(packer);
    assertEquals(
        List.of(Optional.of(folder.toPath().resolve(output))),
        ProjectFolders.of(war(build), null).stream().map(AssetFolder::output).toList());
  }

  /** Spring Boot serves static where a WAR has its web resources, be that JSPs alone. */
  @Test
  void refusal_warOfSpringBoot_staticStays() {
    File classes = new File(folder, "target/classes");
    new File(classes, "static").mkdirs();
    new File(folder, "src/main/webapp/WEB-INF").mkdirs();
    Dependency boot = new Dependency();
    boot.setGroupId("org.springframework.boot");
    MavenProject project = war(build());
    project.getModel().addDependency(boot);
    List<AssetFolder> folders = ProjectFolders.of(project, null);
    Prefixes prefixes = new Prefixes();
    assertEquals(
        List.of("static at /"),
        folders.stream()
            .filter(each -> prefixes.refusal(each).isEmpty())
            .map(each -> each.toString().substring(classes.getPath().length() + 1))
            .toList());
    assertEquals(2, folders.size());
  }

  private Build build() {
    Build build = new Build();
    build.setDirectory(new File(folder, "target").getPath());
    build.setOutputDirectory(new File(folder, "target/classes").getPath());
    build.setFinalName("shop");
    return build;
  }

  private MavenProject war(Build build) {
    Model model = new Model();
    model.setPackaging("war");
    model.setBuild(build);
    MavenProject project = new MavenProject(model);
    project.setFile(new File(folder, "pom.xml"));
    return project;
  }
}
