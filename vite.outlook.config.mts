import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path('./outlook-addin'),
  base: '/outlook-addin/',
  plugins: [react()],
  build: {
    outDir: path('./dist/outlook-addin'),
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      input: ['pane', 'sign-in', 'launch-event'].map((name) => path(`./outlook-addin/${name}.html`)),
    },
  },
});
