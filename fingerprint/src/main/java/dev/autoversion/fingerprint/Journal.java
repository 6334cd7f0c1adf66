package dev.autoversion.fingerprint;

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
 * The names of copies, noted before they are made, in a file beside the manifest. It is there while
 * a run goes on, and after one that was killed. A run has it for itself, so that another over the
 * same manifest waits.
 */
final class Journal implements Closeable {
  private final Claim claim;
  private final FileChannel channel;
  private final Moment opened;
  private final String prefix;
  private final Set<String> known;
  private final Set<String> own;
  private final List<String> others;
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
    this.others = lines.stream().filter(line -> !isOf(line, prefix)).toList();
  }

  /** Opens it as soon as nobody else has it. */
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

  /** What runs that were killed have noted, whatever their prefix, without a lock. */
  static Set<String> names(Path manifest) throws IOException {
    try {
      byte[] all = Files.readAllBytes(beside(manifest));
      return names(lines(all, whole(all)));
    } catch (NoSuchFileException e) {
      return Set.of();
    }
  }

  /**
   * What runs that were killed have noted, whatever their prefix: one folder may be served at
   * several.
   */
  Set<String> known() {
    return known;
  }

  /** The same of this prefix, which this run can tidy up. */
  Set<String> own() {
    return own;
  }

  /** When it was opened, by the clock of the file system that it is on. */
  Moment opened() {
    return opened;
  }

  /** Notes a copy, or a file in the making, that will be there at once. */
  void note(String copy) throws IOException {
    if (noted.add(copy)) {
      write(line(copy));
    }
  }

  /** Says that what this run has made is gone again. */
  void forget() {
    noted.clear();
  }

  /** Says that the manifest names what this run has made. */
  void done() {
    done = true;
  }

  /** Leaves behind what is still to be known: nothing, as a rule, and then no file either. */
  @Override
  public void close() throws IOException {
    StringBuilder left = new StringBuilder();
    others.forEach(line -> left.append(line).append('\n'));
    if (!done) {
      own.forEach(copy -> left.append(line(copy)));
      noted.forEach(copy -> left.append(line(copy)));
    }
    try (claim) {
      if (left.isEmpty()) {
        // While it is locked, so that nobody locks what is gone.
        Files.deleteIfExists(claim.file());
        return;
      }
      channel.position(0); // Cut off last, so that at no moment a line is lost.
      write(left.toString());
      channel.truncate(channel.position());
    }
  }

  private String line(String copy) {
    return prefix + "\t" + copy + "\n";
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

  /** Where the last line ends that was not cut off; the copy of one that was has not been made. */
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
      // Files that it names are deleted, so a name that no run gives is none.
      String name = line.substring(line.indexOf('\t') + 1);
      if (Output.mayBeNoted(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static boolean isOf(String line, String prefix) {
    return line.startsWith(prefix + "\t");
  }
}
