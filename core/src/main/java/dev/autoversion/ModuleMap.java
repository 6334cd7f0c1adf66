package dev.autoversion;

import java.util.List;
import java.util.SortedMap;

/**
 * All that entries import, at any depth.
 *
 * @param imports what a browser would ask for, and the URL with a version that it asks for instead
 * @param eager the URLs of the modules that are imported before the entries run
 * @param lazy the URLs of those that the entries themselves may import later
 * @param checkedAt the oldest look on the way
 * @param settled whether nothing but a change of the files will change it
 */
record ModuleMap(
    SortedMap<String, String> imports,
    List<String> eager,
    List<String> lazy,
    long checkedAt,
    boolean settled) {}
