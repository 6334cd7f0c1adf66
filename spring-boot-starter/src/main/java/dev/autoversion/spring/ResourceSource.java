package dev.autoversion.spring;

import dev.autoversion.Asset;
import dev.autoversion.AssetSource;
import dev.autoversion.LogicalPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;
import org.springframework.web.util.UriUtils;

/** The files relative to a resource of any kind, as Spring's own handler finds them. */
record ResourceSource(Resource location) implements AssetSource {
  @Override
  public Optional<Asset> find(LogicalPath path) throws IOException {
    String name =
        location instanceof UrlResource
            ? UriUtils.encodePath(path.value(), StandardCharsets.UTF_8)
            : path.value();
    Resource resource = location.createRelative(name);
    if (resource.isFile()) {
      return Asset.ofFile(path, resource.getFile().toPath());
    }
    return resource.isReadable()
        ? Optional.of(new ResourceAsset(path, resource))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return location.getDescription();
  }

  private record ResourceAsset(LogicalPath path, Resource resource) implements Asset {
    @Override
    public long size() throws IOException {
      return resource.contentLength();
    }

    @Override
    public FileTime lastModified() {
      try {
        return FileTime.fromMillis(Math.max(resource.lastModified(), 0));
      } catch (IOException e) { // If there is no time, Spring reports that there is no file.
        return FileTime.fromMillis(0);
      }
    }

    @Override
    public boolean hasReliableTime() {
      return lastModified().toMillis() > 0;
    }

    @Override
    public InputStream open() throws IOException {
      return resource.getInputStream();
    }
  }
}
