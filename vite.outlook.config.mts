import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { drawIcon } from './manifests/draw-icon';
import { iconSizes } from './manifests/icon-sizes';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The icons that the manifests point at. */
const icons = (): Plugin => ({
  name: 'icons',
  generateBundle() {
    for (const size of iconSizes)
      this.emitFile({ type: 'asset', fileName: `icons/icon-${size}.png`, source: drawIcon(size) });
  },
});

export default defineConfig({
  root: path('./outlook-addin'),
  base: '/outlook-addin/',
  plugins: [react(), icons()],
  build: {
    outDir: path('./dist/outlook-addin'),
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      input: ['pane', 'sign-in', 'launch-event'].map((name) => path(`./outlook-addin/${name}.html`)),
    },
  },
});
