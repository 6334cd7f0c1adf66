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
 * @param headers names as RFC 9110 writes them, with one value each; unmodifiable. Includes {@code
 *     Content-Length} wherever it should be sent
 * @param body what follows the headers; empty for {@code HEAD}
 */
public record AssetResponse(int status, Map<String, String> headers, Body body) {
  /**
   * The bytes of an answer. {@link #writeTo} is all that a server needs; the other methods let a
   * server send without copying.
   */
  public interface Body {
    /** {@return the number of bytes that {@link #writeTo} writes} */
    long length();

    /**
     * Writes all bytes. Neither flushes nor closes the stream.
     *
     * @param out where to
     * @throws IOException if the stream fails, or the file is no longer the one that was hashed:
     *     abort the connection then, so that nobody takes what was sent for the whole
     */
    void writeTo(OutputStream out) throws IOException;

    /** {@return the same bytes if they are in memory, as a new read-only view} */
    default Optional<ByteBuffer> bytes() {
      return Optional.empty();
    }

    /**
     * {@return the same bytes if they are part of a file that a server may send by itself} Call
     * {@link #verify} before the last bytes are sent, or as late as the server allows.
     */
    default Optional<FileRange> file() {
      return Optional.empty();
    }

    /**
     * Checks that the file behind {@link #file} is still the one that was hashed. {@link #writeTo}
     * does so by itself.
     *
     * @throws IOException if it is not: abort the connection
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
