package dev.autoversion;

/**
 * A reference lies under a mount, but no asset is behind it, and {@link OnMissing#FAIL} was chosen.
 * The message says what was searched and, where there is one, names an asset of a similar name.
 */
public final class MissingAssetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingAssetException(String message) {
    super(message);
  }
}
