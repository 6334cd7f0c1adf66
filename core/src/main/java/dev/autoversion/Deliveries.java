package dev.autoversion;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prepares the answers to requests for versioned URLs. */
final class Deliveries {
  private static final int ATTEMPTS = 3;

  private final Freshness freshness;
  private final Search search;
  private final Bodies bodies;

  Deliveries(Settings settings, Search search) {
    this.freshness = settings.freshness();
    this.search = search;
    this.bodies = new Bodies(settings, search);
  }

  /** The answer for a URL; nothing where it carries no version that its asset could have had. */
  Optional<Delivery> prepare(MountedUrl at, Memory memory) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Resolution covered = search.find(at, freshness.now(), memory);
      Finding finding = covered.finding();
      if (!(finding.sighting() instanceof Sighting.Seen seen) || !isVersioned(finding, seen)) {
        return Optional.empty();
      }
      if (covered.covers().isEmpty() && !mustBeHeld(finding, seen)) {
        return Optional.of(
            Delivery.ofFile(finding, () -> seen.settled() && isUnmoved(finding, seen)));
      }
      Delivery.@Nullable Body body = bodies.of(covered, seen, memory);
      if (body != null) {
        return Optional.of(Delivery.ofBody(finding, body));
      }
      memory.cache().forgetAsset(finding.key());
    }
    // It won't hold still: the server sends what is there, and nobody may store that.
    Finding finding = search.find(at, freshness.now(), memory).finding();
    return Optional.of(Delivery.ofFile(finding, () -> false));
  }

  /** In a name, only what has the form of this asset's versions is one; a query's is reserved. */
  private static boolean isVersioned(Finding finding, Sighting.Seen seen) {
    return finding.carried().isPresent()
        && (!finding.isInName() || seen.version().isOfTheFormOf(finding.carried().get()));
  }

  /**
   * Whether bytes that may be kept have to come from memory, since the stamp can't vouch for the
   * file yet. One too large for that is sent by the server and not kept until it has aged.
   */
  private static boolean mustBeHeld(Finding finding, Sighting.Seen seen) {
    return finding.isCurrent() && !seen.settled() && HeldAsset.fits(seen.stamp().size());
  }

  private static boolean isUnmoved(Finding finding, Sighting.Seen seen) {
    try {
      Optional<Asset> asset = finding.asset();
      return asset.isPresent() && asset.get().stamp().equals(seen.stamp());
    } catch (IOException | RuntimeException e) {
      // Whoever asks then forbids storing the answer; the failure is reported at the next recheck.
      return false;
    }
  }
}
