package dev.autoversion.fingerprint;

import static java.util.stream.Collectors.joining;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A file beside the manifest with the names of copies, written before they are made. It exists
 * during a run, and after one that was killed. A run locks it, so that another run over the same
 * manifest waits.
 */
final class Journal implements Closeable {
  private final Claim claim;
  private final FileChannel channel;
  private final Moment opened;
  private final String prefix;
  private final Set<String> known;
  private final Set<String> own;
  private final String others;
  private final long found;
  private final Set<String> noted = new HashSet<>();
  private boolean done;

  private Journal(Claim claim, String prefix) throws IOException {
    List<String> lines = lines(claim.channel());
    this.claim = claim;
    this.channel = claim.channel();
    this.opened = Moment.of(claim.file());
    this.prefix = prefix;
    this.known = names(lines);
    this.own = names(lines.stream().filter(line -> isOf(line, prefix)).toList());
    this.others =
        lines.stream()
            .filter(line -> !isOf(line, prefix))
            .map(line -> line + "\n")
            .collect(joining());
    this.found = channel.size();
  }

  /** Opens it as soon as nobody else has it open. */
  static Journal open(Path manifest, String prefix) throws IOException {
    Path file = beside(manifest);
    Path folder = Files.createDirectories(Objects.requireNonNull(file.getParent(), "parent"));
    Claim claim = Claim.on(folder.toRealPath().resolve(file.getFileName()));
    try {
      return new Journal(claim, prefix);
    } catch (IOException e) {
      claim.close();
      throw e;
    }
  }

  /** The names that killed runs have recorded, for any prefix, read without a lock. */
  static Set<String> names(Path manifest) throws IOException {
    try {
      byte[] all = Files.readAllBytes(beside(manifest));
      return names(lines(all, whole(all)));
    } catch (NoSuchFileException e) {
      return Set.of();
    }
  }

  /**
   * The names that killed runs have recorded, for any prefix: one folder may be served under
   * several.
   */
  Set<String> known() {
    return known;
  }

  /** Those of this prefix, which this run can clean up. */
  Set<String> own() {
    return own;
  }

  /** When it was opened, by the clock of its file system. */
  Moment opened() {
    return opened;
  }

  /** Records a copy, or an unfinished file, that is about to be created. */
  void note(String copy) throws IOException {
    if (noted.add(copy)) {
      write(prefix + "\t" + copy + "\n");
    }
  }

  /** Records that this run's files are deleted again. */
  void forget() {
    noted.clear();
  }

  /** Records that the manifest names this run's files. */
  void done() {
    done = true;
  }

  /** Keeps only what is still needed: usually nothing, and then the file is deleted. */
  @Override
  public void close() throws IOException {
    try (claim) {
      if (done) {
        channel.position(0);
        write(others);
        channel.truncate(channel.position());
      } else if (noted.isEmpty()) {
        channel.truncate(found);
      }
      if (channel.size() == 0) {
        Files.deleteIfExists(claim.file()); // While it is locked: nobody locks a deleted file.
      }
    }
  }

  private void write(String lines) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static Path beside(Path manifest) {
    return manifest.resolveSibling(manifest.getFileName() + ".journal");
  }

  private static List<String> lines(FileChannel channel) throws IOException {
    byte[] all = Channels.newInputStream(channel).readAllBytes(); // Not closed: that would unlock.
    int end = whole(all);
    channel.truncate(end);
    return lines(all, end);
  }

  private static List<String> lines(byte[] all, int end) {
    return new String(all, 0, end, StandardCharsets.UTF_8).lines().toList();
  }

  /** The end of the last complete line; the copy of an incomplete one was never made. */
  private static int whole(byte[] all) {
    int end = all.length;
    while (end > 0 && all[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private static Set<String> names(List<String> lines) {
    Set<String> names = new HashSet<>();
    for (String line : lines) {
      // The files it names get deleted, so ignore names that no run would give.
      String name = line.substring(line.indexOf('\t') + 1);
      if (MadeFiles.mayBeNoted(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static boolean isOf(String line, String prefix) {
    return line.startsWith(prefix + "\t");
  }
}
