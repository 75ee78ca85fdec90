import { defineConfig } from 'vite';

/** The page, the module for hosts, and what both are made of; no hash in their names, since the servlet names each file it gives out. */
export default defineConfig({
  base: './',
  build: {
    target: 'es2022',
    cssTarget: 'chrome123',
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    emptyOutDir: false,
    rolldownOptions: {
      input: { page: 'src/page.ts', leakage: 'src/leakage.ts' },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name].js', chunkFileNames: 'board.js', assetFileNames: '[name][extname]' },
    },
  },
});
