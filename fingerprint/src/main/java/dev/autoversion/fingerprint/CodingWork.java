package dev.autoversion.fingerprint;

import dev.autoversion.LogicalPath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the content codings that do not exist yet, the slowest first. */
final class CodingWork {
  // Smaller savings are not worth a browser's time; the same limit as in the running library.
  private static final int PERCENT = 95;

  private final Places places;
  private final Copies copies;
  private final Coders coders;
  private final SortedMap<String, Entry> section;
  private final List<Task> tasks = new ArrayList<>();
  private final Map<String, Outcome> outcomes = new TreeMap<>();

  /** For the assets of a section. */
  CodingWork(Places places, Copies copies, Coders coders, SortedMap<String, Entry> section) {
    this.places = places;
    this.copies = copies;
    this.coders = coders;
    this.section = section;
  }

  /** A coding to try. */
  private record Task(String copy, long size, ContentCoding coding, Coder coder, Outcome outcome) {
    /** The approximate time; Brotli's best level is several times slower than all others. */
    long cost() {
      return coding == ContentCoding.BROTLI ? 8 * size : size;
    }
  }

  /** What is known of an asset's codings. */
  private static final class Outcome {
    private final SortedMap<String, Long> sizes = new TreeMap<>();
    private final List<String> uncoded = new ArrayList<>();

    synchronized void add(ContentCoding coding, long size) {
      sizes.put(coding.token(), size);
    }

    synchronized void leaveOut(ContentCoding coding) {
      uncoded.add(coding.token());
    }
  }

  /** Whether codings of an asset are tried at all. */
  static boolean areTried(LogicalPath path, Entry entry) {
    return !path.isCompressed() && entry.size() > 0;
  }

  /** Adds an asset, with what the last manifest says about it. */
  void add(LogicalPath path, Entry entry, Entry known) throws IOException {
    if (!areTried(path, entry)) {
      return;
    }
    Outcome outcome = new Outcome();
    outcomes.put(path.value(), outcome);
    Entry before = known.file().equals(entry.file()) ? known : entry;
    for (Map.Entry<ContentCoding, Coder> each : coders.byCoding().entrySet()) {
      ContentCoding coding = each.getKey();
      long there = copies.size(entry.file() + coding.extension());
      boolean whole = before.codings().getOrDefault(coding.token(), there) == there;
      if (!fits(path, entry, coding)) {
        outcome.leaveOut(coding);
      } else if (whole && there > 0 && there * 100 <= entry.size() * PERCENT) {
        outcome.add(coding, there);
      } else if (before.uncoded().contains(coding.token())) {
        outcome.leaveOut(coding);
      } else {
        tasks.add(new Task(entry.file(), entry.size(), coding, each.getValue(), outcome));
      }
    }
  }

  /** Whether the coding's file name is free, and not too long. */
  private boolean fits(LogicalPath path, Entry entry, ContentCoding coding) {
    String file = entry.file() + coding.extension();
    Entry other = section.get(path.value() + coding.extension());
    return NameLength.fits(file) && (other == null || !other.file().equals(file));
  }

  int size() {
    return tasks.size();
  }

  void run(Workers workers, Progress progress) throws IOException {
    tasks.sort(Comparator.comparingLong(Task::cost).reversed());
    long total = tasks.stream().mapToLong(Task::size).sum();
    AtomicLong done = new AtomicLong();
    workers.each(
        tasks,
        task -> {
          make(task);
          progress.made(Progress.Stage.CODING, done.addAndGet(task.size()), total);
        });
  }

  /** The entry with its codings. */
  Entry coded(String path, Entry entry) {
    Outcome outcome = outcomes.get(path);
    return outcome == null
        ? entry
        : entry.coded(outcome.sizes, outcome.uncoded.stream().sorted().toList());
  }

  private void make(Task task) throws IOException {
    Path copy = places.copy(task.copy());
    String file = task.copy() + task.coding().extension();
    try (Copies.Part part = copies.begin(file)) {
      Counted counted = new Counted(part.out());
      try (OutputStream encoder = task.coder().encoder(counted, task.size())) {
        Files.copy(copy, encoder);
      }
      if (counted.length() * 100 > task.size() * PERCENT) {
        task.outcome().leaveOut(task.coding());
      } else {
        part.becomes(task.copy(), task.coding().extension());
        task.outcome().add(task.coding(), counted.length());
      }
    } catch (IOException e) {
      throw new IOException("'" + file + "' can't be made: " + Failure.text(e), e);
    }
  }
}
