package dev.autoversion.reference;

import java.util.List;

/**
 * A module's bytes and the references in them.
 *
 * <p>The literal specifiers of {@code import … from}, {@code import}, {@code export … from}, {@code
 * import(…)} and {@code import.meta.resolve(…)}, as ECMAScript 2026 has them. All of them are
 * listed, as written: relative ones, URLs and bare names. JSX and TypeScript are not supported.
 *
 * <p>Any bytes are accepted, in linear time. Malformed bytes are read as U+FFFD, as browsers read
 * them; unfinished text ends with the bytes.
 */
public final class Script {
  private final List<ModuleReference> references;

  private Script(List<ModuleReference> references) {
    this.references = references;
  }

  /** Scans the bytes without keeping them. */
  public static Script of(byte[] bytes) {
    return new Script(new ScriptScan(new ScriptText(bytes)).references());
  }

  /** The references in order of appearance; their ranges don't overlap. */
  public List<ModuleReference> references() {
    return references;
  }
}
