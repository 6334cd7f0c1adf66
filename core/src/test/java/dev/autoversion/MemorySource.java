package dev.autoversion;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Assets that are in memory, as a user's own source may have them: name and text of each. For what
 * is asked a million times.
 */
record MemorySource(Map<String, String> texts) implements AssetSource {
  @Override
  public Optional<Asset> find(LogicalPath path) {
    String text = texts.get(path.value());
    return text == null
        ? Optional.empty()
        : Optional.of(new Held(path, text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Stream<LogicalPath> paths() {
    return texts.keySet().stream().map(name -> LogicalPath.of(name).orElseThrow());
  }

  private record Held(LogicalPath path, byte[] bytes) implements Asset {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public FileTime lastModified() {
      return FileTime.fromMillis(1_700_000_000_000L);
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
