package dev.autoversion.fingerprint;

/** Receives how far a run is, from any of its threads: {@code (COPYING, 310, 1104)}. */
@FunctionalInterface
public interface Progress {
  /** What is being done. */
  enum Stage {
    /** Assets are read, and copied if their copy does not exist yet; counted in assets. */
    COPYING,
    /** Content codings are made; counted in bytes. */
    CODING
  }

  /**
   * Called when part of a stage is done.
   *
   * @param stage what is being done
   * @param done how much of it
   * @param total how much there is
   */
  void made(Stage stage, long done, long total);
}
