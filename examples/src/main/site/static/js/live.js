// Two pages over one folder of files. An edit changes a file on disk and loads both again; then
// the browser itself tells what each of them had to ask for.
import { html, render } from "lit-html";
import { requests } from "./requests.js";
import { marked } from "./url.js";

const live = document.querySelector("#live");
const told = live.querySelector("#told");
const frames = [...live.querySelectorAll("iframe")];

const loaded = (frame) => new Promise((done) => (frame.onload = done));

function isThere(frame) {
  const page = frame.contentDocument;
  return page.URL !== "about:blank" && page.readyState === "complete";
}

async function again(frame) {
  const done = loaded(frame);
  frame.contentWindow.location.replace(frame.src);
  await done;
}

const file = (url) => url.replace(/^\/(plain|shop)\//, "").replace(/-[0-9a-f]{12}(?=\.)/, "");

/** The file as it is on disk, and as the page without versions has it. */
async function texts(name) {
  const text = async (cache) => (await fetch(`/plain/${name}`, { cache })).text();
  return [await text("no-store"), await text("force-cache")];
}

async function line(site, request) {
  const name = file(request.url);
  const [disk, page] = site === "plain" ? await texts(name) : [];
  const stale = disk !== page;
  const state = stale ? "stale" : request.kept ? "kept" : "asked";
  const words = {
    stale: "from the cache: yesterday’s",
    kept: "from the cache",
    asked: `asked for, ${request.bytes} bytes`,
  };
  const row = html`<li class=${state}>${marked(request.url)} <span>${words[state]}</span></li>`;
  return { state, row };
}

async function ledger(frame) {
  const { site } = frame.dataset;
  const own = requests(frame.contentWindow).filter(({ url }) => url.startsWith(`/${site}/`));
  own.sort((one, other) => (file(one.url) < file(other.url) ? -1 : 1));
  const lines = await Promise.all(own.map((request) => line(site, request)));
  render(lines.map(({ row }) => row), live.querySelector(`ol[data-site=${site}]`));
  return lines;
}

const count = (lines, state) => lines.filter((each) => each.state === state).length;
const files = (number) => (number === 1 ? "1 file" : `${number} files`);

async function tell([plain, versioned], name) {
  const [disk] = await texts(name);
  const stale = count(plain, "stale");
  render(
    html`<p>On disk, <code>${name}</code> now says <code>${disk.trim()}</code></p>
      <p>
        <strong>With autoversion</strong> the browser asked for
        <strong>${files(count(versioned, "asked"))}</strong> and kept ${files(count(versioned, "kept"))}.
        <strong>Without</strong> it shows
        ${stale ? html`<strong>yesterday’s ${stale === 1 ? "file" : "files"}</strong>` : "the same"}.
      </p>`,
    told,
  );
}

async function show(name) {
  const ledgers = await Promise.all(frames.map(ledger));
  if (name) {
    await tell(ledgers, name);
  }
}

/** The first files again, and nothing kept of what the page without versions had. */
async function forget() {
  const urls = requests(frames[0].contentWindow).map(({ url }) => url);
  await Promise.all(urls.map((url) => fetch(url, { cache: "reload" })));
}

async function edit(event) {
  event.preventDefault();
  const body = new URLSearchParams(new FormData(event.target, event.submitter));
  // The answer leads back to this page, for those without scripts; there is no need to follow.
  const answer = await fetch("/edit", { method: "POST", body, redirect: "manual" });
  live.querySelector(".hint")?.remove();
  if (answer.type !== "opaqueredirect") {
    render(html`<p>The server refused that, with status ${answer.status}.</p>`, told);
    return;
  }
  if (body.has("restore")) {
    await forget();
  }
  await Promise.all(frames.map(again));
  await show(body.has("sign") ? "js/sign.js" : "css/colour.css");
}

live.addEventListener("submit", edit);
await Promise.all(frames.map((frame) => (isThere(frame) ? undefined : loaded(frame))));
await show();
