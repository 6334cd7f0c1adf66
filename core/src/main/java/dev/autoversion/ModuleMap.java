package dev.autoversion;

import java.util.List;
import java.util.SortedMap;

/**
 * Everything that entries import, at any depth.
 *
 * @param imports what a browser would ask for, mapped to the versioned URL that it asks for instead
 * @param eager the URLs of the modules that are imported before the entries run
 * @param lazy the URLs of those that the entries themselves may import later
 * @param checkedAt the oldest look on the way
 * @param settled whether only a change of the files will change it
 */
record ModuleMap(
    SortedMap<String, String> imports,
    List<String> eager,
    List<String> lazy,
    long checkedAt,
    boolean settled) {}
