import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const outDir = path('./dist/playground/web');

/** The stand-in of Office.js: one classic script under a name that stays, as the real one is loaded. */
const officeScript = (): Plugin => ({
  name: 'office-script',
  apply: 'build',
  closeBundle: async () => {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      build: {
        outDir,
        emptyOutDir: false,
        sourcemap: true,
        lib: {
          entry: path('./playground/office/office.ts'),
          formats: ['iife'],
          name: 'ryadomOffice',
          fileName: () => 'office.js',
        },
      },
    });
  },
});

export default defineConfig({
  root: path('./playground/pages'),
  base: '/playground/',
  plugins: [react(), officeScript()],
  build: {
    // Beside it the service's build puts the playground's own server.
    outDir,
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      input: ['index', 'outlook', 'teams'].map((name) => path(`./playground/pages/${name}.html`)),
    },
  },
});
