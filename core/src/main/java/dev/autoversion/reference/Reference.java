package dev.autoversion.reference;

/**
 * A reference that was found in a text. {@code url("a\26 b.png")} gives the value {@code a&b.png}.
 *
 * @param start index of the first byte of the raw text, after a quote
 * @param end index after the last byte of the raw text, before a quote
 * @param line line of the first byte, counted from 1
 * @param value what the raw text stands for: bytes decoded, escapes resolved
 */
public record Reference(int start, int end, int line, String value) {}
