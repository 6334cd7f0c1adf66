// Marks the page one is on in the navigation.
for (const link of document.querySelectorAll(".nav-link")) {
  if (link.pathname === location.pathname) {
    link.setAttribute("aria-current", "page");
  }
}
