// Asks for what the commands on the page ask for, and shows the answers' headers.
import { html, render } from "lit-html";

function line(text) {
  return /^(cache-control|location|status):/i.test(text)
    ? html`<mark class="word">${text}</mark>\n`
    : `${text}\n`;
}

async function head(place) {
  if (place.dataset.read) {
    return (await fetch(place.dataset.read)).text();
  }
  // The page may have been opened under another of this machine's names.
  const answer = await fetch(new URL(place.dataset.fetch).pathname, { cache: "reload" });
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`);
  document.querySelector("#coding").textContent =
    answer.headers.get("content-encoding") ?? "identity";
  return [`status: ${answer.status}`, ...headers].join("\n");
}

for (const place of document.querySelectorAll("#headers .answer")) {
  const text = await head(place);
  place.replaceChildren();
  render(html`<code>${text.trim().split("\n").map(line)}</code>`, place);
}
