package dev.autoversion.reference;

/**
 * A reference that was found in a module. {@code import data from "./a\x2Ejson" with {type:
 * "json"}} gives the value {@code ./a.json} and the type {@code json}.
 *
 * @param start index of the first byte of the raw text, after a quote
 * @param end index after the last byte of the raw text, before a quote
 * @param line line of the first byte, counted from 1
 * @param value what the raw text stands for: bytes decoded, escapes resolved
 * @param kind how it is imported
 * @param type the import attribute of that name, or ""
 */
public record ModuleReference(int start, int end, int line, String value, Kind kind, String type) {
  /** How a module is imported. */
  public enum Kind {
    /** {@code import x from "./a.js"}, {@code import "./a.js"}: before the module runs. */
    STATIC,
    /** {@code export * from "./a.js"}, {@code export {x} from "./a.js"}: likewise. */
    RE_EXPORT,
    /** {@code import("./a.js")}: when the call runs. */
    DYNAMIC,
    /** {@code import.meta.resolve("./a.js")}: only its URL is needed. */
    RESOLVE
  }

  /** {@return whether the module does not run before this one is there} */
  public boolean isEager() {
    return kind == Kind.STATIC || kind == Kind.RE_EXPORT;
  }
}
