import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('./teams-app', import.meta.url));

/** What every screen needs sits in a few long-lived chunks; screens themselves are loaded when opened. */
const vendorGroups = [
  {
    name: 'react',
    test: /node_modules[\\/](react|react-dom|scheduler|react-router|react-router-dom)[\\/]/,
    priority: 30,
  },
  { name: 'data', test: /node_modules[\\/](@tanstack|i18next|react-i18next)[\\/]/, priority: 20 },
  {
    name: 'contracts',
    test: /node_modules[\\/]zod[\\/]|\.contract\.ts$|service[\\/]kernel[\\/]endpoint\.ts$/,
    priority: 20,
  },
];

export default defineConfig({
  root,
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../dist/teams-app',
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      // Beside the tab, the page that Microsoft comes back to.
      input: ['index.html', 'redirect.html'].map((name) => `${root}/${name}`),
      output: { codeSplitting: { groups: vendorGroups } },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': 'http://localhost:3978' },
    // The contracts are the service's own files.
    fs: { allow: ['..'] },
  },
});
