import { defineConfig } from 'vite';

// The base is relative, so the built page works from any static host under any path.
export default defineConfig({
  base: './',
  build: {
    target: 'es2022',
    // The wasm module stays a file of its own: inlined as base64 it could not be compiled while it loads.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
  },
  // A module worker: browsers that have canvases outside of the page have these, too.
  worker: { format: 'es' },
  // The hosts that a preview may be reached by; it listens on the loopback address alone.
  preview: { host: '127.0.0.1', strictPort: true },
});
