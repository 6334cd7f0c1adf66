/** Marks the page one is on, and lets the menus close as one expects. */
export function menus() {
  const open = () => document.querySelector(".bar details[open]");
  for (const link of document.querySelectorAll(".bar nav a")) {
    if (link.pathname === location.pathname) {
      link.setAttribute("aria-current", "page");
      link.closest("details")?.classList.add("current");
    }
  }
  addEventListener("click", (event) => {
    if (!open()?.contains(event.target)) {
      open()?.removeAttribute("open");
    }
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open()) {
      const menu = open();
      menu.removeAttribute("open");
      menu.querySelector("summary").focus();
    }
  });
}
