package dev.autoversion.fingerprint;

import dev.autoversion.LogicalPath;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes copies and their codings, each under a hidden name and then renamed, so that none is ever
 * incomplete. Complete files are left alone; a dry run writes nothing and records what it would
 * write.
 */
final class Copies {
  /** The prefix of the names of unfinished files. */
  private static final String PART = ".autoversion-";

  private final Places places;
  private final MadeFiles made;
  private final @Nullable Journal journal;
  private final DiskNames names;
  private final Moment began;
  private final Set<String> written = ConcurrentHashMap.newKeySet();
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();
  // Random, since a process that was killed in another container may have had our process id.
  private final String run = PART + Long.toHexString(new Random().nextLong()) + "-";
  private final AtomicLong parts = new AtomicLong();

  /** With a journal, or without one for a dry run. */
  Copies(Places places, MadeFiles made, @Nullable Journal journal) {
    this.places = places;
    this.made = made;
    this.journal = journal;
    this.names = new DiskNames(places.output(), made);
    this.began = journal == null ? Moment.UNKNOWN : journal.opened();
  }

  /** Whether a run gives unfinished files such a name. */
  static boolean isPart(String name) {
    return name.startsWith(PART);
  }

  private boolean isDry() {
    return journal == null;
  }

  /** The size of a file that a run certainly made and left unchanged; zero if there is none. */
  long size(String file) throws IOException {
    long length = places.copy(file).toFile().length(); // Cheaper than an exception.
    return length > 0 && made.isListed(file, length) ? length : 0;
  }

  /** When a copy was written. */
  FileTime modified(String copy) throws IOException {
    return Files.getLastModifiedTime(places.copy(copy));
  }

  /** Writes a copy of these bytes unless it exists. */
  void put(String copy, byte[] bytes, int length) throws IOException {
    if (!isThere(copy, there -> isEqual(there, bytes, length))) {
      write(copy, bytes, length);
    }
  }

  /** Gives a written file the name of the source's copy, unless that exists. */
  void put(String copy, Part part, Path source) throws IOException {
    if (!isThere(copy, there -> Files.mismatch(source, there) < 0)) {
      part.becomes(copy);
    }
  }

  /** Compares a file with what it should be. */
  @FunctionalInterface
  private interface Comparison {
    boolean isEqual(Path there) throws IOException;
  }

  /** Compares the bytes, since a copy may have been edited by mistake. */
  private boolean isThere(String copy, Comparison comparison) throws IOException {
    Path there = places.copy(copy);
    if (!there.toFile().exists()) {
      return false;
    }
    boolean equal = comparison.isEqual(there);
    if (!equal && !made.mayInclude(copy)) {
      throw new FileAlreadyExistsException(
          there.toString(),
          null,
          "a file with a copy's name is there already, but it has other bytes, and no manifest"
              + " lists it; move or delete it");
    }
    if (equal && !isDry()) {
      names.spell(copy);
    }
    return equal;
  }

  private static boolean isEqual(Path there, byte[] bytes, int length) throws IOException {
    return Files.size(there) == length
        && Arrays.equals(Files.readAllBytes(there), 0, length, bytes, 0, length);
  }

  private void write(String copy, byte[] bytes, int length) throws IOException {
    synchronized (this) { // Two threads that write at the same time are slower than one.
      try (Part part = part(folder(copy) + run + 0)) {
        part.out().write(bytes, 0, length);
        part.becomes(copy);
      }
    }
  }

  /** Whether a copy was made from a source with this stamp, and is unchanged since. */
  boolean isOf(Entry entry, SourceStamp source) {
    return source.isOn(places.copy(entry.file()), entry.size());
  }

  /** The current stamp of a source. */
  SourceStamp stampOf(LogicalPath source) throws IOException {
    return SourceStamp.of(places.folder().resolve(source.value()), began);
  }

  /** Records a copy's source, and makes the copy as young as all that it depends on. */
  void stamp(String copy, SourceStamp source, FileTime youngest) {
    if (!isDry()) {
      source.put(places.copy(copy), youngest);
    }
  }

  /** Begins a file in the same folder as another. */
  Part begin(String near) throws IOException {
    return part(folder(near) + run + parts.incrementAndGet());
  }

  /** Begins a file with this name. */
  private Part part(String name) throws IOException {
    if (journal == null) {
      return new Part(null, OutputStream.nullOutputStream());
    }
    Path path = places.copy(name);
    makeFolder(path.getParent());
    note(name);
    return new Part(
        path, Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  private static String folder(String file) {
    return file.substring(0, file.lastIndexOf('/') + 1);
  }

  private void makeFolder(@Nullable Path folder) throws IOException {
    if (folder != null && !folders.contains(folder)) {
      Files.createDirectories(folder);
      folders.add(folder);
    }
  }

  /** Records a name before a file has it. */
  private void note(String file) throws IOException {
    if (journal != null) {
      synchronized (journal) {
        journal.note(file);
      }
    }
  }

  /** An unfinished file; deleted if it is closed before it got its final name. */
  final class Part implements Closeable {
    private final @Nullable Path path;
    private final OutputStream out;
    private boolean open = true;

    Part(@Nullable Path path, OutputStream out) {
      this.path = path;
      this.out = out;
    }

    OutputStream out() {
      return out;
    }

    /** Makes it a copy, atomically. */
    void becomes(String copy) throws IOException {
      becomes(copy, "");
    }

    /** Makes it a coding of a copy: {@code .br}. */
    void becomes(String copy, String extension) throws IOException {
      String file = copy + extension;
      out.close();
      if (path != null) {
        note(copy);
        names.spell(file);
        Files.move(path, places.copy(file), StandardCopyOption.ATOMIC_MOVE);
      }
      open = false;
      written.add(file);
    }

    @Override
    public void close() throws IOException {
      if (open && path != null) {
        try (out) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  /** The given files that were written. */
  List<String> written(List<String> files) {
    return files.stream().filter(written::contains).toList();
  }

  /** Deletes what was written, except what a manifest names or will name. */
  void takeBack(Set<String> named) throws IOException {
    List<IOException> failures = new ArrayList<>();
    for (String file : written) {
      try {
        if (!isDry() && !named.contains(file) && !made.isNamed(file)) {
          Files.deleteIfExists(places.copy(file));
        }
      } catch (IOException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }
}
