import { sign } from "./sign.js";

document.querySelector("#sign").textContent = sign;
