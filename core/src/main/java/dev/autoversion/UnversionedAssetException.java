package dev.autoversion;

import java.io.IOException;
import java.util.Objects;

/**
 * An asset exists, but the {@link VersionStrategy} has no version for it: a file that git does not
 * know, an archive entry without a time. References to it stay as they are, and {@link
 * Autoversion#explain} repeats the message.
 */
public final class UnversionedAssetException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param reason which asset has no version, why, and what to do
   */
  public UnversionedAssetException(String reason) {
    super(reason);
  }

  /** Which asset has no version, why, and what to do. */
  @Override
  public String getMessage() {
    return Objects.requireNonNullElse(super.getMessage(), "");
  }
}
