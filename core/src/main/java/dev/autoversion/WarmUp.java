package dev.autoversion;

import java.util.Objects;

/**
 * What {@link Autoversion#warmUp} found: {@code WarmUp[assets=12800, bytes=48211904]}. Log it, so
 * that a deployment without its assets is noticed at once.
 *
 * @param assets assets that have a version, each counted once for every name it is mounted under
 * @param bytes their total size in bytes; a size that the source can't tell adds nothing
 */
public record WarmUp(long assets, long bytes) {
  static final WarmUp NOTHING = new WarmUp(0, 0);

  WarmUp plus(WarmUp other) {
    return new WarmUp(assets + other.assets, bytes + other.bytes);
  }

  // Written by hand: on JDK 17 the generated one keeps this class loader alive once it has run.
  @Override
  public boolean equals(Object other) {
    return other instanceof WarmUp that && assets == that.assets && bytes == that.bytes;
  }

  @Override
  public int hashCode() {
    return Objects.hash(assets, bytes);
  }
}
