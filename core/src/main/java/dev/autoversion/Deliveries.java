package dev.autoversion;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prepares the answers to requests for versioned URLs. */
final class Deliveries {
  private static final int ATTEMPTS = 3;

  private final Mounts mounts;
  private final Freshness freshness;
  private final Answers answers;
  private final Bodies bodies;

  Deliveries(Settings settings, Answers answers) {
    this.mounts = settings.mounts();
    this.freshness = settings.freshness();
    this.answers = answers;
    this.bodies = new Bodies(settings, answers);
  }

  /** The answer for a URL; nothing where it carries no version that its asset could have had. */
  Optional<Delivery> prepare(String url, String contextPath) {
    Look look = answers.look(contextPath);
    return mounts.locate(url, look.address()).flatMap(at -> prepare(at, look));
  }

  private Optional<Delivery> prepare(MountedUrl at, Look first) {
    Look look = first;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Resolution resolution = answers.resolve(at, look);
      if (!(resolution instanceof Resolution.Versioned versioned)
          || versioned.finding().carried().isEmpty()) {
        return Optional.empty();
      }
      if (!versioned.cover().reachesOthers() && !mustBeHeld(versioned)) {
        boolean settled = versioned.seen().steadiness() == Steadiness.SETTLED;
        return Optional.of(Delivery.ofFile(versioned, () -> settled && isUnmoved(versioned)));
      }
      Delivery.@Nullable Body body = bodies.of(versioned, look);
      if (body != null) {
        return Optional.of(Delivery.ofBody(versioned, body));
      }
      // Looked at anew, and kept where that fails.
      long longAgo = look.now() - freshness.nanos();
      look.memory().remember(versioned.seen().doubted(longAgo));
      look = new Look(look.lookup(), look.memory(), look.address(), freshness.now());
    }
    // It won't hold still: the server sends what is there, and nobody may store that.
    return answers.resolve(at, look) instanceof Resolution.Versioned versioned
        ? Optional.of(Delivery.ofFile(versioned, () -> false))
        : Optional.empty();
  }

  /**
   * Whether bytes that may be kept have to come from memory, since the stamp can't vouch for the
   * file yet. One too large for that is sent by the server and not kept until it has aged.
   */
  private static boolean mustBeHeld(Resolution.Versioned versioned) {
    return versioned.isCurrent()
        && versioned.seen().steadiness() != Steadiness.SETTLED
        && HeldAsset.fits(versioned.seen().stamp().size());
  }

  private static boolean isUnmoved(Resolution.Versioned versioned) {
    try {
      Optional<Asset> asset = versioned.seen().path().find();
      return asset.isPresent() && asset.get().stamp().equals(versioned.seen().stamp());
    } catch (IOException | RuntimeException e) {
      // Whoever asks then forbids storing the answer; the failure is reported at the next recheck.
      return false;
    }
  }
}
