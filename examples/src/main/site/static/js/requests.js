/** What a window's page needed, in its order: where it is, and what came over the network. */
export function requests(page) {
  return page.performance.getEntriesByType("resource").map((entry) => ({
    url: entry.name.replace(location.origin, ""),
    kept: entry.transferSize === 0,
    bytes: entry.transferSize,
    coding: entry.contentEncoding || "identity",
  }));
}
