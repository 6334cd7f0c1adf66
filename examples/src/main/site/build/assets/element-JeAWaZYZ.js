// src/element.js
/** The element that a page promised to have. */
function element(id) {
	const found = document.getElementById(id);
	if (!found) throw new Error(`the page has no #${id}`);
	return found;
}
export { element as t };
