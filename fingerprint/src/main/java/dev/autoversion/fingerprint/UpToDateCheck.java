package dev.autoversion.fingerprint;

import dev.autoversion.LogicalPath;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Checks whether everything is as the last run left it: the same assets with the same stamps, each
 * copy and coding present, and no copy older than what its version covers. Then nothing is read.
 */
final class UpToDateCheck {
  private final Copies copies;
  private final Choices choices;
  private final List<ContentCoding> codings;
  private final Map<String, FileTime> modified = new ConcurrentHashMap<>();

  /** With the codings that can be made. */
  UpToDateCheck(Choices choices, Copies copies, List<ContentCoding> codings) {
    this.copies = copies;
    this.choices = choices;
    this.codings = codings;
  }

  /** Whether a section of the manifest describes these assets as they are now. */
  boolean passes(SortedMap<String, Entry> section, List<LogicalPath> assets) throws IOException {
    if (section.isEmpty() || section.size() != assets.size()) {
      return false;
    }
    AtomicBoolean unchanged = new AtomicBoolean(true);
    new Workers(choices.threads())
        .each(
            assets,
            path -> {
              if (unchanged.get() && !isUnchanged(path, section)) {
                unchanged.set(false);
              }
            });
    return unchanged.get() && areYoung(section);
  }

  private boolean isUnchanged(LogicalPath path, Map<String, Entry> section) throws IOException {
    Entry entry = section.get(path.value());
    try {
      SourceStamp now = copies.stampOf(path);
      modified.put(path.value(), now.modified());
      SourceStamp kept = ReferrerCopies.isReferrer(path) ? now.ofReferrer(choices.excluded()) : now;
      return entry != null && copies.isOf(entry, kept) && isCoded(path, entry);
    } catch (NoSuchFileException e) { // Deleted since it was listed.
      return false;
    }
  }

  private boolean areYoung(SortedMap<String, Entry> section) throws IOException {
    for (Entry entry : section.values()) {
      if (!entry.covers().isEmpty() && !isYoung(entry)) {
        return false;
      }
    }
    return true;
  }

  /** Copies that cover other assets are checked a second time; they are few. */
  private boolean isYoung(Entry entry) throws IOException {
    FileTime made = copies.modified(entry.file());
    return entry.covers().stream()
        .map(covered -> modified.getOrDefault(covered, made))
        .allMatch(time -> time.compareTo(made) <= 0);
  }

  private boolean isCoded(LogicalPath path, Entry entry) throws IOException {
    if (!CodingWork.areTried(path, entry)) {
      return true;
    }
    if (entry.codings().size() + entry.uncoded().size() != codings.size()) {
      return false;
    }
    for (ContentCoding coding : codings) {
      Long size = entry.codings().get(coding.token());
      boolean there =
          size == null
              ? entry.uncoded().contains(coding.token())
              : copies.size(entry.file() + coding.extension()) == size;
      if (!there) {
        return false;
      }
    }
    return true;
  }
}
