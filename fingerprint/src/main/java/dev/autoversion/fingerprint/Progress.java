package dev.autoversion.fingerprint;

/** Is told how far a run is, by any of its threads: {@code (COPYING, 310, 1104)}. */
@FunctionalInterface
public interface Progress {
  /** What is being done. */
  enum Stage {
    /** Assets are read, and copied where their copy is not there yet; counted in assets. */
    COPYING,
    /** Content codings are made; counted in bytes. */
    CODING
  }

  /**
   * Some of a stage is done.
   *
   * @param stage what is being done
   * @param done how much of it
   * @param total how much there is
   */
  void made(Stage stage, long done, long total);
}
