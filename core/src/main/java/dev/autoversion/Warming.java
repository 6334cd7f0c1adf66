package dev.autoversion;

import java.util.List;
import java.util.Optional;

/** Looks up everything that sources and manifests list, before anybody asks. */
final class Warming {
  private final Mounts mounts;
  private final SiteAddress address;
  private final Answers answers;
  private final Inventory inventory;
  private final Preparing preparing;

  Warming(Settings settings, Answers answers, Preparing preparing) {
    this.mounts = settings.mounts();
    this.address = settings.address();
    this.answers = answers;
    this.inventory = new Inventory(settings, answers);
    this.preparing = preparing;
  }

  /** How each asset is read, and what else is done with it. */
  interface Preparing {
    Asset readOnce(SitePath path, Asset asset);

    void prepare(Resolution resolution, Resolution.Versioned asset, Look look);
  }

  WarmUp run() {
    for (Mount mount : mounts.longestFirst()) {
      Build build = answers.build(mount);
      build
          .guarded(() -> Optional.of(build.references(answers.look("").now())))
          .ifPresent(this::resolveNames);
    }
    return inventory.visit(this::warm);
  }

  /** Published names need no look at a file. */
  private void resolveNames(List<String> references) {
    Look look = answers.look("");
    for (String path : references) {
      String reference = address.contextPath() + path;
      mounts
          .locate(reference, address)
          .map(at -> answers.resolve(at, look))
          .filter(Published.class::isInstance)
          .ifPresent(published -> remember(reference, published, look));
    }
  }

  /** Looks up a listed asset; nobody asked for it, so if it is gone, that is not reported. */
  private WarmUp warm(String reference, SitePath path, Asset listed) {
    Asset asset = preparing.readOnce(path, listed);
    Look look = answers.look("").findingOnce(path, (same, facts) -> Optional.of(asset));
    MountedUrl at = mounts.locate(reference, address).orElseThrow();
    Resolution resolution = answers.resolve(at, look);
    boolean missing = resolution.missing().isPresent();
    Resolution.Versioned found = missing ? null : resolution.asset(look).orElse(null);
    boolean copy = resolution instanceof Published published && published.copy() != null;
    if (found != null && !copy || resolution instanceof Resolution.Unversioned) {
      remember(reference, resolution, look);
    }
    if (found == null) {
      return WarmUp.NOTHING;
    }
    preparing.prepare(resolution, found, look);
    long seen = found.seen().stamp().size();
    return new WarmUp(1, seen < 0 ? Inventory.size(asset) : seen);
  }

  private void remember(String reference, Resolution resolution, Look look) {
    if (resolution.at().mount().devServer() != null) {
      return; // It counts only while it answers.
    }
    Answer.Question question = new Answer.Question(reference, "");
    look.memory().remember(answers.placing().answer(question, resolution, Placing.NOWHERE));
    look.memory().find(reference, ""); // So that the first request is already a hit.
  }
}
