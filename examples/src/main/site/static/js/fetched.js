// Lists what the browser fetched for this page, and whether it came out of its cache.
const list = document.querySelector("#fetched");

function row(entry) {
  const url = document.createElement("code");
  url.textContent = entry.name.replace(location.origin, "");
  const line = document.createElement("tr");
  line.insertCell().append(url);
  line.insertCell().append(
    entry.transferSize === 0 ? "from the cache" : `${entry.transferSize} bytes`,
  );
  return line;
}

function show() {
  list.replaceChildren(...performance.getEntriesByType("resource").map(row));
}

if (list) {
  if (document.readyState === "complete") {
    show();
  } else {
    addEventListener("load", () => setTimeout(show));
  }
}
