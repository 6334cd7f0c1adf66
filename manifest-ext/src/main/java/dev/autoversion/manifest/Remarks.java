package dev.autoversion.manifest;

import java.util.HashSet;
import java.util.Set;

/**
 * Logs oddities in a manifest that don't prevent using the rest of it: each once, and not too many.
 */
final class Remarks {
  private static final System.Logger LOG = System.getLogger("dev.autoversion.manifest");
  private static final int MOST = 50;

  private final String manifest;
  private final Set<String> said = new HashSet<>();

  /**
   * Remarks on one manifest.
   *
   * @param manifest where it is, for the lines
   */
  Remarks(String manifest) {
    this.manifest = manifest;
  }

  void say(String remark) {
    if (isNew(remark)) {
      LOG.log(System.Logger.Level.WARNING, "manifest " + manifest + ": " + remark);
    }
  }

  private synchronized boolean isNew(String remark) {
    return said.size() < MOST && said.add(remark);
  }
}
