/** The main paths in a real Chromium, against the built tab and the whole service. */
module.exports = {
  ...require('./jest.config.js'),
  testTimeout: 120_000,
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.browser.ts'],
};
