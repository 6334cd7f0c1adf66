package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the content codings that a build left in files beside an asset. Such a file is used if it
 * decodes to the same bytes or, if nothing here can decode it, if it is as long as the build has
 * said.
 */
record CodedFiles(Uncoded uncoded) {
  /**
   * The bytes of such a file. It may be a decompression bomb, so it is decoded only up to the
   * asset's length.
   *
   * @param codec null if there is none for the coding
   * @param most how long it may be
   */
  Optional<byte[]> find(Representations all, Coding coding, @Nullable Codec codec, long most)
      throws IOException {
    long recorded = all.builtLength(coding);
    if (codec == null && recorded == 0 || recorded > most) {
      return Optional.empty();
    }
    SitePath path = all.seen().path();
    Optional<LogicalPath> name = LogicalPath.of(path.path().value() + coding.extension());
    Optional<Asset> found =
        name.isPresent() ? path.mount().source().find(name.get()) : Optional.empty();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    byte[] coded;
    try (InputStream in = WrappedAsset.opened(found.get())) {
      coded = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
    }
    boolean fits = recorded == 0 ? coded.length <= most : coded.length == recorded;
    return fits && (codec == null || decodesTo(coded, all, codec))
        ? Optional.of(coded)
        : Optional.empty();
  }

  private boolean decodesTo(byte[] coded, Representations all, Codec codec) {
    try (Comparison decoded = Comparison.of(codec, coded)) {
      return uncoded.copy(all, decoded) && decoded.isAtEnd();
    } catch (IOException | RuntimeException e) { // Other bytes, or no such coding.
      return false;
    }
  }
}
