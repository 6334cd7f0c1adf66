package dev.autoversion;

/**
 * What caches may do with a server's own answer to a request that {@link Autoversion#respond} left
 * to it: a page under a script's URL must not be kept as that script.
 */
public enum Storing {
  /** What the answer's headers say; the request has nothing to do with assets. */
  AS_IT_SAYS,
  /**
   * The same, but not where it says that there is nothing (404, 410): the asset may appear. Add
   * {@code Cache-Control: no-store} to such an answer.
   */
  NOT_IF_ABSENT,
  /**
   * Nothing, whatever it says: the URL names a version that is not, or no longer, the asset's.
   * Replace its {@code Cache-Control} by {@code no-store}.
   */
  NEVER
}
