package dev.autoversion;

/**
 * What caches may do with a server's own answer to a request that {@link Autoversion#respond} left
 * to it: an error page under a script's URL must not be stored as that script.
 */
public enum Storing {
  /** What the answer's headers say; the request has nothing to do with assets. */
  AS_IT_SAYS,
  /**
   * What the answer's headers say, unless its status is 404 or 410, since the asset may still
   * appear. Add {@code Cache-Control: no-store} to such an answer.
   */
  NOT_IF_ABSENT,
  /**
   * Nothing, whatever the headers say: the URL names a version that is not, or no longer, the
   * asset's. Replace the answer's {@code Cache-Control} by {@code no-store}.
   */
  NEVER;

  /**
   * Whether the server's own answer has to say {@code Cache-Control: no-store}: {@code
   * NOT_IF_ABSENT.forbids(404)} is true, {@code NOT_IF_ABSENT.forbids(200)} is not. For adapters to
   * servers.
   *
   * @param status the answer's HTTP status
   * @return whether no cache may store it
   */
  public boolean forbids(int status) {
    return this == NEVER || this == NOT_IF_ABSENT && (status == 404 || status == 410);
  }
}
