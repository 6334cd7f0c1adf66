package dev.autoversion;

/** How far the next look at an asset may trust this one. */
enum Steadiness {
  /** An equal stamp will mean equal bytes. */
  SETTLED,
  /**
   * It changed so recently that another edit could have an equal stamp, is empty, or has neither
   * time nor identity: remembered, but read again at the next look.
   */
  YOUNG,
  /** It changed while it was read: used once. */
  MOVING;

  /** The one that may be trusted less. */
  Steadiness orWorse(Steadiness other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
