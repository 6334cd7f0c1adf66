// The entry of every page. What a page has no place for is not loaded.
import { menus } from "./menu.js";

const parts = {
  "#fetched": () => import("./fetched.js"),
  "#headers": () => import("./headers.js"),
  "#live": () => import("./live.js"),
};

menus();
for (const [place, load] of Object.entries(parts)) {
  if (document.querySelector(place)) {
    load();
  }
}
