package dev.autoversion;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * An answer, ready to be sent: {@code 200}, {@code Cache-Control: public, max-age=31536000,
 * immutable}, and the bytes. Send the status, each header, then the body.
 *
 * @param status 200, 206, 302, 304, 412 or 416
 * @param headers names as RFC 9110 writes them, and one value each; can't be changed. {@code
 *     Content-Length} is among them wherever it is to be sent
 * @param body what follows the headers; empty for {@code HEAD}
 */
public record AssetResponse(int status, Map<String, String> headers, Body body) {
  /**
   * The bytes of an answer. {@link #writeTo} is all that a server needs; the rest lets one send
   * without copying.
   */
  public interface Body {
    /** {@return the number of bytes that {@link #writeTo} writes} */
    long length();

    /**
     * Writes all bytes. Neither flushes nor closes the stream.
     *
     * @param out where to
     * @throws IOException if the stream fails, or the file is no longer the one that was hashed:
     *     break the connection off then, so that nobody takes what was sent for the whole
     */
    void writeTo(OutputStream out) throws IOException;

    /** {@return the same bytes where they are in memory: a view of its own, read-only} */
    default Optional<ByteBuffer> bytes() {
      return Optional.empty();
    }

    /**
     * {@return the same bytes where they are part of a file that a server may send by itself} Call
     * {@link #verify} before its last bytes leave, or as late as the server allows.
     */
    default Optional<FileRange> file() {
      return Optional.empty();
    }

    /**
     * Checks that the file behind {@link #file} still is the one that was hashed. {@link #writeTo}
     * does so by itself.
     *
     * @throws IOException if it is not: break the connection off
     */
    default void verify() throws IOException {}
  }

  /**
   * Part of a file, or all of it.
   *
   * @param file a regular file of the default file system, links resolved
   * @param offset where the part begins
   * @param length how many bytes it has
   */
  public record FileRange(Path file, long offset, long length) {}
}
