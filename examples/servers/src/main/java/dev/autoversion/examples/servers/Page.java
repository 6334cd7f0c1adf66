package dev.autoversion.examples.servers;

import dev.autoversion.Autoversion;

/** A page with versioned links; in a template, {@code autoversion} gives them. */
final class Page {
  private Page() {}

  static String html(Autoversion autoversion) {
    return """
        <!doctype html>
        <title>Versioned assets</title>
        <link rel="stylesheet" href="%s">
        <script type="module" src="%s"></script>
        """
        .formatted(autoversion.url("/static/css/app.css"), autoversion.url("/static/js/app.js"));
  }
}
