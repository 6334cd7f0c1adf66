package dev.autoversion;

/**
 * A reference lies under a mount, but no asset is behind it, and {@link OnMissing#FAIL} was chosen.
 * The message says what was searched, and suggests an asset with a similar name if there is one.
 */
public final class MissingAssetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingAssetException(String message) {
    super(message);
  }
}
