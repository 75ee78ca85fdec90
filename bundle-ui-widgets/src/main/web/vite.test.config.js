import { defineConfig } from 'vite';

/** What the tests in a browser run beside the board. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2022', emptyOutDir: false, reportCompressedSize: false,
    lib: { entry: { agent: 'test/agent.ts', bare: 'test/bare.ts' }, formats: ['es'], fileName: (_, name) => `${name}.js` },
  },
});
