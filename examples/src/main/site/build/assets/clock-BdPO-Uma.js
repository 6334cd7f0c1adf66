import { t as element } from "./element-JeAWaZYZ.js";
// src/clock.js
element("clock").textContent = (/* @__PURE__ */ new Date()).getFullYear();
