package dev.autoversion.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A small project, built by Maven in a process of its own. */
record Project(Path folder) {
  private static final String POM =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <groupId>shop</groupId>
        <artifactId>shop</artifactId>
        <version>1</version>
        <packaging>%s</packaging>
        <properties>
          <maven.compiler.release>17</maven.compiler.release>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        </properties>
        %s
        <build>
          <finalName>shop</finalName>
          <pluginManagement>
            <plugins>
              <plugin><artifactId>maven-resources-plugin</artifactId><version>3.5.0</version></plugin>
              <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version></plugin>
              <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.6.1</version></plugin>
              <plugin><artifactId>maven-jar-plugin</artifactId><version>3.5.1</version></plugin>
              <plugin><artifactId>maven-war-plugin</artifactId><version>3.5.1</version></plugin>
            </plugins>
          </pluginManagement>
          <plugins>
            <plugin>
              <groupId>dev.autoversion</groupId>
              <artifactId>autoversion-maven-plugin</artifactId>
              <version>%s</version>
              <executions>
                <execution><goals><goal>fingerprint</goal></goals>%s</execution>
              </executions>
            </plugin>
            %s
          </plugins>
        </build>
      </project>
      """;

  /** What the other plugins are, and what is told to ours. */
  record Parts(String packaging, String dependencies, String configuration, String plugins) {
    static Parts of(String packaging) {
      return new Parts(packaging, "", "", "");
    }
  }

  static Project of(Path folder, Parts parts) throws IOException {
    Project project = new Project(folder);
    return project.write(
        "pom.xml",
        POM.formatted(
            parts.packaging(),
            parts.dependencies(),
            System.getProperty("version"),
            parts.configuration(),
            parts.plugins()));
  }

  Project write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  /** The text of an entry of an archive below {@code target}. */
  String packed(String archive, String name) throws IOException {
    try (ZipFile zip = new ZipFile(folder.resolve("target").resolve(archive).toFile())) {
      ZipEntry entry = zip.getEntry(name);
      if (entry == null) {
        throw new AssertionError(name + " is not among " + zip.stream().toList());
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  /** What Maven said. */
  record Built(int status, String log) {
    Built succeeded() {
      if (status != 0) {
        throw new AssertionError(log);
      }
      return this;
    }

    /** The lines of our plugin's goals. */
    List<String> lines(String part) {
      return log.lines().filter(line -> line.contains(part)).map(String::strip).toList();
    }
  }

  /** Runs Maven, for which our own modules are where the build of the plugin has put them. */
  Built maven(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-Dstyle.color=never"));
    command.add("-Dmaven.repo.local=" + System.getProperty("user.repository"));
    command.add("-Dmaven.repo.local.tail=" + Path.of("target", "repository").toAbsolutePath());
    command.add("-Dmaven.repo.local.tail.ignoreAvailability=true");
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile(folder, "maven", ".log");
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    Process running = process.start();
    if (!running.waitFor(5, TimeUnit.MINUTES)) {
      running.destroyForcibly();
      throw new AssertionError(Files.readString(log));
    }
    return new Built(running.exitValue(), Files.readString(log));
  }
}
