import { html } from "lit-html";

/** A URL with its version marked; a line breaks between folders, never inside a word. */
export function marked(url) {
  const pieces = url.split(/(?<=\/)|(-[0-9a-f]{12}(?=\.))/).filter(Boolean);
  return html`<code class="url">${pieces.map((piece) =>
    /^-[0-9a-f]{12}$/.test(piece) ? html`<wbr /><mark>${piece}</mark>` : html`<wbr />${piece}`,
  )}</code>`;
}
