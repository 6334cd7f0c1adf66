import { element } from "./element.js";
import "./planner.css";

const list = element("planner-list");
const form = element("planner-form");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const name = new FormData(form).get("name").trim();
  if (name) {
    // A chunk of its own, fetched when it is wanted.
    const { row } = await import("./row.js");
    list.append(row(name));
    form.reset();
  }
});
list.dataset.ready = "yes";
