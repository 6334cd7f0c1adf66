package dev.autoversion;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;

/** Reads the bytes of representations without a coding, wherever they are. */
record Uncoded(VersionStrategy strategy) {
  /** Writes them to a stream; false if they are no longer available. */
  boolean copy(Representations all, OutputStream out) throws IOException {
    Optional<byte[]> held = all.identity().bytes().array();
    if (held.isPresent()) {
      out.write(held.get());
      return true;
    }
    Optional<Asset> asset = all.seen().path().find(new HashSet<>());
    return asset.isPresent() && Reading.copy(asset.get(), all.seen(), strategy, out);
  }

  /** The value of the HTML attribute of that name; empty if the bytes can't be read. */
  Optional<String> integrity(Representations all) {
    if (!all.integrity().isEmpty()) {
      return Optional.of(all.integrity());
    }
    MessageDigest sha384 = ContentHashStrategy.digest("SHA-384");
    try (OutputStream hashing = new DigestOutputStream(OutputStream.nullOutputStream(), sha384)) {
      if (!copy(all, hashing)) {
        return Optional.empty();
      }
    } catch (IOException | RuntimeException e) { // The latter from a user's own asset.
      return Optional.empty();
    }
    all.integrity("sha384-" + Base64.getEncoder().encodeToString(sha384.digest()));
    return Optional.of(all.integrity());
  }
}
