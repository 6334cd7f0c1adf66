package dev.autoversion.reference;

/**
 * The raw text of a reference.
 *
 * @param start index of the first byte, after a quote
 * @param end index after the last byte, before a quote
 */
record Span(int start, int end) {}
