package dev.autoversion;

import java.util.Objects;

/**
 * What {@link Autoversion#warmUp} found: {@code WarmUp[assets=12800, bytes=48211904]}. Log it, so
 * that a deploy without its assets shows at once.
 *
 * @param assets assets that have a version, each counted once for every name it is mounted under
 * @param bytes their sizes in bytes, summed; one that its source can't tell adds nothing
 */
public record WarmUp(long assets, long bytes) {
  static final WarmUp NOTHING = new WarmUp(0, 0);

  WarmUp plus(WarmUp other) {
    return new WarmUp(assets + other.assets, bytes + other.bytes);
  }

  // Written out, as the generated one keeps this class loader alive on JDK 17 once it has run.
  @Override
  public boolean equals(Object other) {
    return other instanceof WarmUp that && assets == that.assets && bytes == that.bytes;
  }

  @Override
  public int hashCode() {
    return Objects.hash(assets, bytes);
  }
}
