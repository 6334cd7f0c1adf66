package dev.autoversion;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a builder was given for one prefix. */
final class Mounted {
  private final List<AssetSource> sources = new ArrayList<>();
  private final List<Manifest> manifests = new ArrayList<>();
  private final String prefix;
  private @Nullable URI devServer;

  Mounted(String prefix) {
    this.prefix = prefix;
  }

  void add(AssetSource source) {
    sources.add(source);
  }

  void add(Manifest manifest) {
    Manifest part = manifest.mountedAt(prefix.isEmpty() ? "/" : prefix);
    manifests.add(Objects.requireNonNull(part, "mountedAt() of the manifest gave null"));
  }

  void setDevServer(URI given) {
    if (devServer != null) {
      throw new IllegalStateException(
          "devServer of "
              + prefix
              + "/ was already set to "
              + devServer
              + "; it can't be "
              + given
              + " as well");
    }
    devServer = given;
  }

  Mount mount(List<Glob> excluded) {
    AssetSource source = sources.isEmpty() ? FirstOf.NOTHING : FirstOf.of(sources);
    return new Mount(
        UrlPrefix.of(prefix), List.copyOf(manifests), devServer, source, List.copyOf(excluded));
  }
}
