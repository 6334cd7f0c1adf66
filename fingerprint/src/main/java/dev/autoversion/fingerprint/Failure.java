package dev.autoversion.fingerprint;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Messages for what could not be read or written. */
final class Failure {
  /** For a name that was garbled by the wrong character set. */
  static final String LOCALE =
      "has characters that this JVM's locale can't express; start it with LC_ALL=C.UTF-8";

  private Failure() {}

  /** {@code /srv/static/a.js: No space left on device}. */
  static String text(Throwable failure) {
    Throwable cause = failure.getCause();
    if (failure instanceof UncheckedIOException && cause != null) {
      return text(cause);
    }
    if (failure instanceof FileSystemException file && file.getReason() == null) {
      return file.getFile() + ": " + kind(file);
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  private static String kind(FileSystemException failure) {
    if (failure instanceof AccessDeniedException) {
      return "access denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file";
    }
    if (failure instanceof NotDirectoryException || failure instanceof FileAlreadyExistsException) {
      return "a file is in the way";
    }
    return failure.getClass().getSimpleName();
  }
}
