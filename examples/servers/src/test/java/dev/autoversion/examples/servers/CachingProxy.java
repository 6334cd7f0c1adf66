package dev.autoversion.examples.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Proxies in front of two instances, which keep what they may. */
final class CachingProxy {
  private CachingProxy() {}

  static boolean areToRun() {
    return OtherServer.isToRun("nginx") && OtherServer.isToRun("varnishd");
  }

  static OtherServer nginx(Path folder, List<Integer> instances) throws Exception {
    int port = OtherServer.freePort();
    String servers =
        instances.stream()
            .map(instance -> "server 127.0.0.1:" + instance + " max_fails=0;")
            .collect(Collectors.joining(" "));
    String http =
        """
        proxy_cache_path %1$s/cache keys_zone=assets:1m;
        upstream app { %2$s }
        server {
          listen 127.0.0.1:%3$d;
          location / {
            proxy_pass http://app;
            proxy_cache assets;
          }
        }
        """
            .formatted(folder, servers, port);
    return OtherServer.nginx(folder, port, "", http);
  }

  static OtherServer varnish(Path folder, List<Integer> instances) throws Exception {
    int port = OtherServer.freePort();
    String configuration =
        """
        vcl 4.1;
        import directors;
        backend one { .host = "127.0.0.1"; .port = "%d"; }
        backend other { .host = "127.0.0.1"; .port = "%d"; }
        sub vcl_init {
          new app = directors.round_robin();
          app.add_backend(one);
          app.add_backend(other);
        }
        sub vcl_recv { set req.backend_hint = app.backend(); }
        """
            .formatted(instances.get(0), instances.get(1));
    Path file = Files.writeString(folder.resolve("app.vcl"), configuration);
    return OtherServer.start(
        folder,
        port,
        "varnishd",
        "-F",
        "-j",
        "none",
        "-n",
        folder.resolve("work").toString(),
        "-s",
        "malloc,32m",
        "-a",
        "127.0.0.1:" + port,
        "-f",
        file.toString());
  }
}
