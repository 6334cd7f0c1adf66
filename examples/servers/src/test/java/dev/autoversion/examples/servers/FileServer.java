package dev.autoversion.examples.servers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Servers of files, as docs/build.md configures them. */
enum FileServer {
  NGINX("nginx") {
    @Override
    List<String> codings() {
      return Files.exists(NGINX_BROTLI) ? List.of("gzip", "br") : List.of("gzip");
    }

    @Override
    OtherServer start(Path folder, Path site) throws Exception {
      int port = OtherServer.freePort();
      boolean brotli = Files.exists(NGINX_BROTLI);
      String server =
          documented(site)
              .replace("listen 80;", "listen 127.0.0.1:" + port + ";")
              .replace(brotli ? "# brotli_static" : "#", brotli ? "brotli_static" : "#");
      String types = "types { text/javascript js; text/css css; application/gzip gz; }\n";
      String modules = brotli ? "load_module " + NGINX_BROTLI + ";" : "";
      return OtherServer.nginx(folder, port, modules, types + server);
    }
  },

  APACHE("apache2") {
    @Override
    List<String> codings() {
      return List.of("gzip", "br");
    }

    /** With what its default configuration says of types. */
    @Override
    OtherServer start(Path folder, Path site) throws Exception {
      int port = OtherServer.freePort();
      String configuration =
          """
          Listen 127.0.0.1:%1$d
          ServerName localhost
          ServerRoot %2$s
          DefaultRuntimeDir %2$s
          PidFile pid
          ErrorLog errors
          User www-data
          Group www-data
          LoadModule mpm_event_module %3$s/mod_mpm_event.so
          LoadModule alias_module %3$s/mod_alias.so
          LoadModule authz_core_module %3$s/mod_authz_core.so
          LoadModule headers_module %3$s/mod_headers.so
          LoadModule mime_module %3$s/mod_mime.so
          LoadModule rewrite_module %3$s/mod_rewrite.so
          TypesConfig types
          AddType application/x-gzip .gz .tgz
          AddLanguage br .br
          DocumentRoot %4$s
          %5$s
          """
              .formatted(port, folder, APACHE_MODULES, site, documented(site));
      Files.writeString(
          folder.resolve("types"),
          "text/javascript js\ntext/css css\napplication/gzip gz\napplication/zstd zst\n");
      Path file = Files.writeString(folder.resolve("httpd.conf"), configuration);
      return OtherServer.start(folder, port, "apache2", "-f", file.toString(), "-D", "FOREGROUND");
    }
  },

  CADDY("caddy") {
    @Override
    List<String> codings() {
      return List.of("gzip", "br", "zstd");
    }

    @Override
    OtherServer start(Path folder, Path site) throws Exception {
      int port = OtherServer.freePort();
      String address = "http://127.0.0.1:" + port;
      String configuration =
          "{\n  admin off\n  auto_https off\n}\n"
              + documented(site).replace("example.com {", address + " {");
      assertTrue(configuration.contains(address), configuration);
      Path file = Files.writeString(folder.resolve("Caddyfile"), configuration);
      return OtherServer.start(folder, port, "caddy", "run", "--config", file.toString());
    }
  };

  private static final Path NGINX_BROTLI =
      Path.of("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
  private static final Path APACHE_MODULES = Path.of("/usr/lib/apache2/modules");

  private final String program;

  FileServer(String program) {
    this.program = program;
  }

  /** The content codings that it finds beside a file. */
  abstract List<String> codings();

  /**
   * Starts it.
   *
   * @param folder for its own files
   * @param site what it serves
   */
  abstract OtherServer start(Path folder, Path site) throws Exception;

  boolean isToRun() {
    return OtherServer.isToRun(program);
  }

  /** The block of docs/build.md, for a folder. */
  String documented(Path site) throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "build.md"));
    Matcher block =
        Pattern.compile(
                "^```" + name().toLowerCase(Locale.ROOT) + "\n(.*?)^```$",
                Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(page);
    assertTrue(block.find(), () -> "docs/build.md configures " + this);
    return block.group(1).replace("/srv/site", site.toString());
  }
}
