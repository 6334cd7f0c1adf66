// src/seed.svg
var seed_default = "/build/assets/seed-iiZE0OXc.svg";
// src/row.js
function row(name) {
	const item = document.createElement("li");
	const image = document.createElement("img");
	image.src = seed_default;
	image.alt = "";
	item.append(image, name);
	return item;
}
export { row };
