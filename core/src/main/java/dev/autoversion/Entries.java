package dev.autoversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what a page loads for an entry, in URLs. */
final class Entries {
  private final Mounts mounts;
  private final Map<String, Build> builds;
  private final Hosting hosting;

  Entries(Mounts mounts, Map<String, Build> builds, Hosting hosting) {
    this.mounts = mounts;
    this.builds = builds;
    this.hosting = hosting;
  }

  /** The entry of a manifest, or of the server in development; empty where it is one asset. */
  Optional<Manifest.Entry> find(String reference, Look look) {
    Optional<MountedUrl> located = mounts.locate(reference, look.address());
    if (located.isEmpty()) {
      return Optional.empty();
    }
    MountedUrl at = located.get();
    Build build = Objects.requireNonNull(builds.get(at.mount().prefix()), "build");
    Optional<String> dev = build.devBase();
    return dev.isPresent()
        ? dev.map(base -> inDevelopment(base, base + at.rest()))
        : build.editions(look.now()).stream()
            .flatMap(edition -> edition.entry(at).map(entry -> urls(entry, edition, at)).stream())
            .findFirst();
  }

  /** The entry of one asset: a stylesheet, or a module. */
  static Manifest.Entry of(String reference, String url) {
    List<String> one = List.of(url);
    List<String> none = List.of();
    return MediaType.ofPath(UrlParts.of(reference).path()).name().equals("text/css")
        ? new Manifest.Entry(one, none, none, none, none, none)
        : new Manifest.Entry(none, none, one, none, none, none);
  }

  /** The server's own client, and the file as it is. */
  private static Manifest.Entry inDevelopment(String base, String url) {
    Manifest.Entry alone = of(url, url);
    List<String> modules =
        Stream.concat(Stream.of(base + DevServer.CLIENT), alone.modules().stream()).toList();
    List<String> none = List.of();
    return new Manifest.Entry(alone.stylesheets(), none, modules, none, none, none);
  }

  private Manifest.Entry urls(Manifest.Entry entry, Edition edition, MountedUrl at) {
    return new Manifest.Entry(
        urls(entry.stylesheets(), edition, at),
        urls(entry.scripts(), edition, at),
        urls(entry.modules(), edition, at),
        urls(entry.preloads(), edition, at),
        urls(entry.lazy(), edition, at),
        urls(entry.legacy(), edition, at));
  }

  private List<String> urls(List<String> files, Edition edition, MountedUrl at) {
    List<String> urls = new ArrayList<>();
    for (String text : files) {
      Stream.ofNullable(edition.file(text)).map(file -> hosting.url(at, file)).forEach(urls::add);
    }
    return urls;
  }
}
