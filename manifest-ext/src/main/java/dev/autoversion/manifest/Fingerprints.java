package dev.autoversion.manifest;

import dev.autoversion.LogicalPath;
import dev.autoversion.Manifest.Copy;
import dev.autoversion.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The manifest of our own build: for each mount its assets, and the copies that were made. */
final class Fingerprints {
  private static final long KNOWN = 1;

  private Fingerprints() {}

  static Contents read(Node document, Contents.Builder contents) throws ManifestException {
    long version = document.get("autoversion").number();
    if (version != KNOWN) {
      throw new ManifestException(
          "it is in version "
              + version
              + " of the manifest format, but this release reads version 1; use the same release of"
              + " autoversion-fingerprint and autoversion-manifest-ext");
    }
    Node mounts = document.get("mounts");
    if (mounts.isMissing()) {
      throw mounts.wrong("is missing");
    }
    for (Node mount : mounts.objects()) {
      if (!mount.key().startsWith("/")) {
        throw mount.wrong("is not the prefix of a mount, which starts with a slash");
      }
      Contents.Builder section = new Contents.Builder(contents.remarks());
      for (Node asset : mount.objects()) {
        add(asset, section);
      }
      if (contents.section(mount.key(), section.build(Entries.NONE))) {
        throw mount.wrong("is there twice, with and without a slash at its end");
      }
    }
    return contents.build(Entries.NONE);
  }

  private static void add(Node asset, Contents.Builder section) throws ManifestException {
    Node written = asset.get("file");
    Optional<LogicalPath> path = LogicalPath.of(written.text());
    String file = path.isPresent() ? section.file(path.get()) : section.file(written);
    if (file.isEmpty()) {
      return;
    }
    if (file.startsWith("/") || file.contains("://")) {
      throw written.wrong("is " + Shown.quoted(file) + ", not a path below the mount");
    }
    Copy copy =
        new Copy(
            asset.key(),
            version(asset.get("version")),
            integrity(asset.get("integrity")),
            size(asset.get("size")),
            codings(asset.get("codings")),
            asset.get("covers").texts());
    section.name(asset.key(), file);
    section.copy(file, copy);
  }

  private static Version version(Node at) throws ManifestException {
    Optional<Version> version = Version.parse(at.text());
    if (version.isEmpty()) {
      throw at.wrong("is " + Shown.quoted(at.text()) + ", not a version");
    }
    return version.get();
  }

  private static String integrity(Node at) throws ManifestException {
    if (!at.text().startsWith("sha384-")) {
      throw at.wrong("is " + Shown.quoted(at.text()) + ", not 'sha384-…'");
    }
    return at.text();
  }

  private static long size(Node at) throws ManifestException {
    if (at.number() < 0) {
      throw at.wrong("is " + at.number() + ", not a number of bytes");
    }
    return at.number();
  }

  private static Map<String, Long> codings(Node at) throws ManifestException {
    Map<String, Long> codings = new HashMap<>();
    for (Node coding : at.members()) {
      codings.put(coding.key(), size(coding));
    }
    return codings;
  }
}
