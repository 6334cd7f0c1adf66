// Lists what the browser fetched for this page, and whether it came out of its cache.
import { html, render } from "lit-html";
import { requests } from "./requests.js";
import { marked } from "./url.js";

const place = document.querySelector("#fetched");

function line({ url, kept, bytes }) {
  return html`<li>
    ${marked(url)}
    <span class=${kept ? "kept" : "asked"}>${kept ? "from the cache" : `${bytes} bytes`}</span>
  </li>`;
}

function show() {
  place.replaceChildren();
  render(html`<ol class="fetched">${requests(window).map(line)}</ol>`, place);
}

if (document.readyState === "complete") {
  show();
} else {
  addEventListener("load", () => setTimeout(show));
}
