package dev.autoversion;

import java.io.IOException;

/**
 * An asset is there, but a {@link VersionStrategy} has no version for it: a file that git does not
 * know, an archive entry without a time. Its references stay as they are, and {@link
 * Autoversion#explain} repeats the message.
 */
public final class UnversionedAssetException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What there is to say, in one line. */
  private final String reason;

  /**
   * Makes the exception.
   *
   * @param reason which asset has no version, why, and what to do
   */
  public UnversionedAssetException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Which asset has no version, why, and what to do. */
  @Override
  public String getMessage() {
    return reason;
  }
}
