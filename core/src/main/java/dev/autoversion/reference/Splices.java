package dev.autoversion.reference;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Applies changes to bytes, from start to end. */
final class Splices {
  private Splices() {}

  /** The bytes with the changes; the same array if there are none. */
  static byte[] apply(byte[] bytes, List<Splice> splices) {
    if (splices.isEmpty()) {
      return bytes;
    }
    List<byte[]> texts =
        splices.stream().map(splice -> splice.text().getBytes(StandardCharsets.UTF_8)).toList();
    int size = bytes.length;
    for (int i = 0; i < splices.size(); i++) {
      size += texts.get(i).length - (splices.get(i).to() - splices.get(i).from());
    }
    ByteBuffer spliced = ByteBuffer.allocate(size);
    int copied = 0;
    for (int i = 0; i < splices.size(); i++) {
      Splice splice = splices.get(i);
      spliced.put(bytes, copied, splice.from() - copied);
      spliced.put(texts.get(i));
      copied = splice.to();
    }
    return spliced.put(bytes, copied, bytes.length - copied).array();
  }
}
