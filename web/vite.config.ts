import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

const SERVER = "http://127.0.0.1:8700";

// Built into the package, so that the server needs nothing else. In development, the API of a server on its usual port.
export default defineConfig({
  plugins: [preact()],
  build: { outDir: "../src/dateline/serve/web_built", emptyOutDir: true, chunkSizeWarningLimit: 1500 },
  server: { host: "127.0.0.1", proxy: { "/api": { target: SERVER, changeOrigin: true, headers: { origin: SERVER } } } },
});
