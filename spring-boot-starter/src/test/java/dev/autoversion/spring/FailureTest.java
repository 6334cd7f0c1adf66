package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/** A bad value ends the start, with the property's name. */
class FailureTest {
  @ImportAutoConfiguration(AutoversionAutoConfiguration.class)
  static class Plain {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hash-length=3          | autoversion.hash-length     | 8 to 64",
        "placement=query-string | autoversion.placement       | PATH_SEGMENT",
        "version=fixed          | autoversion.fixed-version   | can't be '':"
            + " autoversion.version=fixed",
        "version=git-commit     | autoversion.version         | needs JGit",
        "host=cdn.example.com   | autoversion.host            | https://cdn.example.com",
        "on-missing=explode     | autoversion.on-missing      | KEEP",
        "exclude=/a/../b        | autoversion.exclude         | /a/../b",
        "exclude=x/*.{pdf,docx} | autoversion.exclude         | a pattern for each of the names",
        "host-except=/x/../y    | autoversion.host-except     | /x/../y",
        "recheck-after=soon     | autoversion.recheck-after   | 5s, or never",
        "recheck-after=-1s      | autoversion.recheck-after   | zero or more",
        "maximum-size=0         | autoversion.maximum-size    | 1 or more",
        "maximum-bytes=-1B      | autoversion.maximum-bytes   | 0 or more",
        "manifests[/x]=classpath:static/js/app.js | autoversion.manifests[/x] | app.js",
        "manifests[/x]=https://cdn.example/m.json | autoversion.manifests[/x] | takes classpath:…,"
            + " file:… or a path",
        "manifests[/x]=classpath*:x.json | autoversion.manifests[/x] | not 'classpath*:x.json'",
        "build-manifest=https://cdn.example/m.json | autoversion.build-manifest | not"
            + " 'https://cdn.example/m.json'",
        "modules[./x]=/x.js     | autoversion.modules[./x]    | ./x",
        "dev-servers[/x]=ftp://host | autoversion.dev-servers[/x] | ftp://host",
        "mounts[static]=classpath:/static/ | autoversion.mounts[static] | starts with one slash",
        "mounts[/all]=classpath:/ | autoversion.mounts[/all] | would publish classes",
        "mounts[/all]=file:       | autoversion.mounts[/all] | would publish the whole disk",
        "mounts[/pom]=file:pom.xml | autoversion.mounts[/pom] | pom.xml is not a directory",
        "mounts[/x/**]=classpath:/static/ | autoversion.mounts[/x/**] | has '*' in it",
        "modules[lit]=lit.js      | autoversion.modules[lit] | lit.js",
        "manifests./build=classpath:x.json | autoversion.manifests[build] | brackets,"
            + " autoversion.manifests[/build]",
      })
  void badValue_named(String property, String name, String what) {
    String text = textOfFailure("--autoversion." + property);
    assertTrue(text.contains(name), text);
    assertTrue(text.contains(what), text);
  }

  /** A version is computed in one way; what is for another would be ignored. */
  @ParameterizedTest
  @CsvSource({
    "fixed-version=1, hash-length=8, hash-length, 8, content-hash, fixed",
    "version=content-hash, fixed-version=1, fixed-version, 1, fixed, content-hash",
    "version=last-modified, fixed-version=1, fixed-version, 1, fixed, last-modified",
    "version=git-commit, hash-length=8, hash-length, 8, content-hash, git-commit",
  })
  void version_ofAnotherKind(
      String one, String other, String name, String value, String kind, String chosen) {
    String text = textOfFailure("--autoversion." + one, "--autoversion." + other);
    String expected =
        "Property autoversion."
            + name
            + " can't be '"
            + value
            + "': it is for autoversion.version="
            + kind
            + ", and the version is "
            + chosen;
    assertTrue(text.contains(expected), text);
  }

  /** One of the two would silently win. */
  @ParameterizedTest
  @CsvSource({
    "mounts, [classpath:/a/], classpath:/a/, classpath:/b/",
    "dev-servers, http://a, http://a, http://b",
  })
  void onePrefixTwice_bothNamed(String property, String shown, String one, String other) {
    String text =
        textOfFailure(
            "--autoversion." + property + "[/x]=" + one,
            "--autoversion." + property + "[/x/]=" + other);
    String first = "autoversion." + property + "[/x]";
    String second = "autoversion." + property + "[/x/]";
    assertTrue(
        text.contains(
            "Property " + first + " can't be '" + shown + "': " + second + " is set for the same"),
        text);
  }

  @Test
  void onePrefixInTwoSpellings_bothNamed() {
    String text =
        textOfFailure(
            "--autoversion.mounts[/a b]=classpath:/a/",
            "--autoversion.mounts[/a%20b]=classpath:/b/");
    assertTrue(
        text.contains(
            "Property autoversion.mounts[/a b] can't be '[classpath:/a/]':"
                + " autoversion.mounts[/a%20b] is set for the same"),
        text);
  }

  private static String textOfFailure(String... arguments) {
    SpringApplication application = new SpringApplication(Plain.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    String text;
    try (SystemOut out = SystemOut.open()) {
      assertThrows(RuntimeException.class, () -> application.run(arguments));
      text = out.text();
    }
    assertTrue(text.contains("APPLICATION FAILED TO START"), text);
    return text;
  }
}
