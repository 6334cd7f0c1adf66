import "./element.css";

/** The element that a page promised to have. */
export function element(id) {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`the page has no #${id}`);
  }
  return found;
}
