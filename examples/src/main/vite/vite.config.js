import { defineConfig } from "vite";

// `npm install && npm run build` here writes ../site/build, which is checked in.
export default defineConfig({
  base: "/build/",
  publicDir: false,
  build: {
    outDir: "../site/build",
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    // Small enough to read; a page of yours has no reason to say so.
    minify: false,
    rolldownOptions: { input: ["src/planner.js", "src/clock.js", "src/print.css"] },
  },
});
