package dev.autoversion;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All mounts, with the context path and the host that may stand in front of them. */
record Mounts(List<Mount> longestFirst, String contextPath, String host) {
  static Mounts of(List<Mount> mounts, String contextPath, String host) {
    List<Mount> sorted =
        mounts.stream()
            .sorted(Comparator.comparing((Mount mount) -> mount.prefix().length()).reversed())
            .toList();
    return new Mounts(sorted, contextPath, host);
  }

  /** Whether a reference lies under a mount; compares text only, so ordinary links cost little. */
  boolean cover(String reference) {
    return mountAt(reference, startOfPath(reference)) != null;
  }

  /** The mount that a reference lies under: the one with the longest prefix. */
  Optional<MountedUrl> locate(String reference) {
    int start = startOfPath(reference);
    Mount mount = mountAt(reference, start);
    if (mount == null) {
      return Optional.empty();
    }
    int cut = start + Math.max(mount.prefix().lastIndexOf('/'), 0);
    return Optional.of(
        new MountedUrl(
            mount, reference.substring(0, cut), reference.substring(cut), namesHost(reference)));
  }

  /** Why a reference lies under no mount. */
  String whyNot(String reference) {
    if (reference.isEmpty() || reference.startsWith("#") || reference.startsWith("?")) {
      return "it names the page itself";
    }
    if (!namesHost(reference) && (!reference.startsWith("/") || reference.startsWith("//"))) {
      return "it names another host or scheme, or is relative, which means something only to its page";
    }
    String prefixes =
        longestFirst.stream().map(m -> m.prefix() + "/").collect(Collectors.joining(", "));
    return "it lies under no mount; mounts: " + prefixes;
  }

  /** Where the path begins that mounts are compared with, or -1 where there is none. */
  private int startOfPath(String reference) {
    int start = namesHost(reference) ? host.length() : 0;
    if (!isSlash(reference, start) || isSlash(reference, start + 1)) {
      return -1;
    }
    boolean inContext = !contextPath.isEmpty() && startsWithPath(reference, start, contextPath);
    return inContext ? start + contextPath.length() : start;
  }

  private @Nullable Mount mountAt(String reference, int start) {
    if (start < 0) {
      return null;
    }
    for (Mount mount : longestFirst) {
      if (startsWithPath(reference, start, mount.prefix())) {
        return mount;
      }
    }
    return null;
  }

  /** Whether a reference begins with our own host. */
  boolean namesHost(String reference) {
    return !host.isEmpty() && startsWithPath(reference, 0, host);
  }

  private static boolean startsWithPath(String text, int from, String prefix) {
    // The slash first: one character turns most ordinary links away.
    return isSlash(text, from + prefix.length()) && text.startsWith(prefix, from);
  }

  private static boolean isSlash(String text, int at) {
    return at < text.length() && text.charAt(at) == '/';
  }
}
