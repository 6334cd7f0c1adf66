package dev.autoversion;

/** What happens when no asset is behind a reference that lies under a mount. */
public enum OnMissing {
  /** The reference stays as it is: {@code /static/no.js}. The default; right in production. */
  KEEP,
  /** The reference stays as it is, and the log names it once. */
  WARN,
  /** Throws {@link MissingAssetException}: finds misspelt names in development and in tests. */
  FAIL
}
