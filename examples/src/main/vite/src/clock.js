import { element } from "./element.js";

element("clock").textContent = new Date().getFullYear();
