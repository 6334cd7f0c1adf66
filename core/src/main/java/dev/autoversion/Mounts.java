package dev.autoversion;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All mounts, the one with the longest prefix first. */
record Mounts(List<Mount> longestFirst) {
  static Mounts of(List<Mount> mounts) {
    return new Mounts(
        mounts.stream()
            .sorted(Comparator.comparing((Mount mount) -> mount.urlPrefix().length()).reversed())
            .toList());
  }

  /** Whether a reference lies under a mount; compares only text, so ordinary links cost little. */
  boolean contain(String reference, SiteAddress address) {
    int start = address.startOfPath(reference);
    return start >= 0 && mountAt(reference, start) != null;
  }

  /** The mount that a reference lies under: the one with the longest prefix. */
  Optional<MountedUrl> locate(String reference, SiteAddress address) {
    int start = address.startOfPath(reference);
    Mount mount = start < 0 ? null : mountAt(reference, start);
    if (mount == null) {
      return Optional.empty();
    }
    int end = mount.urlPrefix().endIn(reference, start);
    int cut = mount.isRoot() ? start : reference.lastIndexOf('/', end - 1);
    return Optional.of(
        new MountedUrl(
            mount,
            start,
            reference.substring(0, cut),
            reference.substring(cut),
            end - cut,
            address.isNamedBy(reference)));
  }

  /** Why a reference lies under no mount. */
  String whyNot(String reference, SiteAddress address) {
    if (longestFirst.isEmpty()) {
      return "nothing is mounted";
    }
    return address.startOfPath(reference) < 0
        ? address.whyElsewhere(reference)
        : "it lies under no mount; mounts: "
            + longestFirst.stream().map(m -> m.prefix() + "/").collect(Collectors.joining(", "));
  }

  private @Nullable Mount mountAt(String reference, int start) {
    for (Mount mount : longestFirst) {
      if (mount.urlPrefix().endIn(reference, start) >= 0) {
        return mount;
      }
    }
    return null;
  }
}
