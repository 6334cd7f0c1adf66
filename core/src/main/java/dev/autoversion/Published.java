package dev.autoversion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file that a build published, or that its development server has.
 *
 * @param file where it is
 * @param url the file's URL, with what follows the name in the reference
 * @param itself whether the reference already is that URL
 * @param immutable whether the answer to that URL never changes
 * @param integrity the manifest's value of the HTML attribute, or ""
 * @param copy what the manifest says about the file if it is an asset's copy; else null
 */
record Published(
    MountedUrl at,
    PublishedFile file,
    String url,
    boolean itself,
    boolean immutable,
    String integrity,
    Manifest.@Nullable Copy copy,
    long checkedAt)
    implements Resolution {
  static Published of(MountedUrl at, Edition.Match match, long now) {
    Manifest.Copy copy = match.copy();
    return new Published(
        at,
        match.file(),
        copy == null ? match.url() : inItsSpelling(at, match, copy),
        match.itself(),
        match.isForEver(),
        match.integrity().orElse(""),
        copy,
        now);
  }

  /**
   * A copy's URL with the escapes of the reference, which an asset's versioned URL has, too: to a
   * browser {@code (1).png} and {@code %281%29.png} are two files.
   */
  private static String inItsSpelling(MountedUrl at, Edition.Match match, Manifest.Copy copy) {
    String url = match.url();
    String asked = UrlParts.of(at.url().substring(at.mountEnd())).path();
    String prefix = at.mount().prefix();
    String folder = PublishedFile.folder(prefix, match.edition().manifest().base());
    String whole =
        match.itself()
            ? prefix + asked
            : Placement.fileName().insert(folder + asked.substring(1), copy.version());
    String spelled = UrlParts.of(url).withPath(UrlParts.of(whole).path());
    return PublishedFile.isSamePath(spelled, url) ? spelled : url;
  }

  static Published inDevelopment(MountedUrl at, String base, long now) {
    String url = base + PublishedFile.encodedUrl(at.rest());
    PublishedFile file = new PublishedFile(at.rest(), url, true);
    String whole = url + UrlParts.of(at.url()).fragment();
    return new Published(at, file, whole, false, false, "", null, now);
  }

  /** The file among the mount's assets; empty if it is not there now. */
  @Override
  public Optional<Resolution.Versioned> asset(Look look) {
    return path().flatMap(path -> asset(look.at(path)));
  }

  /** The file that is to be sent; if it is not there now, that is reported. */
  Optional<Resolution.Versioned> assetToSend(Look look, Warnings warnings) {
    Optional<SitePath> path = path();
    Optional<Sighting> sighting = path.map(look::at);
    sighting
        .filter(Sighting.Absent.class::isInstance)
        .ifPresent(
            absent -> warnings.failure("absent " + path.get().key(), () -> absent(path.get())));
    return sighting.flatMap(this::asset);
  }

  /** The asset that the reference itself names, ignoring what was published in its place. */
  Optional<Resolution.Versioned> unpublished(Look look) {
    return at.path().flatMap(path -> asset(look.at(path)));
  }

  private Optional<SitePath> path() {
    return file.below(at.mount().prefix()).map(path -> new SitePath(at.mount(), path));
  }

  private Optional<Resolution.Versioned> asset(Sighting sighting) {
    return sighting instanceof Sighting.Seen seen
        ? Optional.of(new Resolution.Versioned(Finding.of(at, seen), seen, Cover.ofItself(seen)))
        : Optional.empty();
  }

  private static String absent(SitePath path) {
    return Printable.quote(path.name())
        + " is not sent: a manifest names it, but it is not there, "
        + path.mount().described()
        + "; "
        + MissingReference.whyAbsent(path.mount(), path.path())
            .orElse("deploy all that the build wrote");
  }

  /** The pattern that excludes the original asset. */
  Optional<String> exclusion() {
    return copy == null
        ? Optional.empty()
        : LogicalPath.of(copy.name()).flatMap(at.mount()::exclusion);
  }

  /** The version in the copy's name; else that of the file. */
  @Override
  public Optional<Version> version(Look look) {
    return copy == null ? Resolution.super.version(look) : Optional.of(copy.version());
  }

  /** The version of the original asset; else one made from the URL, which changes with the file. */
  Version versionOfUrl() {
    return copy == null ? ContentHashStrategy.versionOfText(url) : copy.version();
  }

  /** The assets that the version covers, the file first; none if it covers nothing else. */
  List<String> covered() {
    String prefix = at.mount().prefix() + "/";
    return copy == null || copy.covers().isEmpty()
        ? List.of()
        : Stream.concat(Stream.of(copy.name()), copy.covers().stream())
            .map(name -> name.startsWith("/") ? name : prefix + name)
            .toList();
  }

  /**
   * The codings in which it is sent, as far as they are known: {@code br 3210, gzip 4000 bytes, as
   * built}.
   */
  Optional<String> codings(Look look) {
    if (copy == null) {
      boolean isOurs = at.mount().hasFiles() && file.below(at.mount().prefix()).isPresent();
      return isOurs && asset(look).isEmpty()
          ? Optional.of("none, as the file is not there")
          : Optional.empty();
    }
    return copy.codings().isEmpty()
        ? Optional.empty()
        : Optional.of(
            copy.codings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(coding -> coding.getKey() + " " + coding.getValue())
                .collect(Collectors.joining(", ", "", " bytes, as built")));
  }

  /** The URL for a page; patterns apply to the asset's own name. */
  String placed(Hosting hosting) {
    if (file.elsewhere()) {
      return url;
    }
    return copy == null
        ? hosting.url(at, file, url)
        : hosting.hosted(at, copy.name(), Hosting.spelled(at, url));
  }
}
