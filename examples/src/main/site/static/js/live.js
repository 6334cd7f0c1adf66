// Two pages over one folder of files. An edit changes a file on disk and loads both again; then
// the browser itself tells what each of them had to ask for.
import { html, render } from "lit-html";
import { requests } from "./requests.js";
import { marked } from "./url.js";

const live = document.querySelector("#live");
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

async function lines(frame) {
  const { site } = frame.dataset;
  const own = requests(frame.contentWindow).filter(({ url }) => url.startsWith(`/${site}/`));
  own.sort((one, other) => (file(one.url) < file(other.url) ? -1 : 1));
  return Promise.all(own.map((request) => line(site, request)));
}

function say(what) {
  live.querySelector(".hint")?.remove();
  render(what, live.querySelector("#told"));
}

const count = (lines, state) => lines.filter((each) => each.state === state).length;
const files = (number) => (number === 1 ? "1 file" : `${number} files`);

function tell([plain, versioned], name, disk) {
  const stale = count(plain, "stale");
  say(
    html`<p>On disk, <code>${name}</code> now says <code>${disk.trim()}</code></p>
      <p>
        <strong>With autoversion</strong> the browser asked for
        <strong>${files(count(versioned, "asked"))}</strong> and kept ${files(count(versioned, "kept"))}.
        <strong>Without</strong> it shows
        ${stale ? html`<strong>yesterday’s ${stale === 1 ? "file" : "files"}</strong>` : "the same"}.
      </p>`,
  );
}

/** Both lists and what they mean, at once. */
async function show(name) {
  const ledgers = await Promise.all(frames.map(lines));
  const [disk] = name ? await texts(name) : [];
  frames.forEach(({ dataset }, i) => {
    const rows = ledgers[i].map(({ row }) => row);
    render(rows, live.querySelector(`ol[data-site=${dataset.site}]`));
  });
  if (name) {
    tell(ledgers, name, disk);
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
  if (answer.type !== "opaqueredirect") {
    say(html`<p>The server refused that, with status ${answer.status}.</p>`);
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
