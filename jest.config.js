/** Rules and stories of the service; the browser's are in tests/ (jest.browser.config.js), all run by scripts/test.mjs. */
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        target: 'es2022',
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};

module.exports = {
  testEnvironment: 'node',
  // These are written in modules alone, which jest does not load by itself.
  transform: {
    ...transform,
    '/node_modules/(jose|strip-bom|uuid)/.+\\.js$': [
      '@swc/jest',
      { jsc: { target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(jose|strip-bom|uuid)/)'],
  testTimeout: 30_000,
  // Stories wait on a database and scrypt, not on each other: every file makes its own database.
  maxWorkers: process.env.CI ? 2 : '100%',
  roots: [
    '<rootDir>/service',
    '<rootDir>/database',
    '<rootDir>/teams-app',
    '<rootDir>/playground',
    '<rootDir>/outlook-addin',
    '<rootDir>/manifests',
  ],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
};
