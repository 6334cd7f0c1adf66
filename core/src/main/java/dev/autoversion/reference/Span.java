package dev.autoversion.reference;

/**
 * The raw text of a reference.
 *
 * @param start index of the first byte, behind a quote
 * @param end index behind the last byte, before a quote
 */
record Span(int start, int end) {}
