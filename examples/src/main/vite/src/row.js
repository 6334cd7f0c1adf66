import "./row.css";
import seed from "./seed.svg";

export function row(name) {
  const item = document.createElement("li");
  const image = document.createElement("img");
  image.src = seed;
  image.alt = "";
  item.append(image, name);
  return item;
}
