// How the browser walks run: the same transforms, one walk at a time, and one server and one browser for all of them.
const base = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/e2e/openStage.mjs',
  globalTeardown: '<rootDir>/test/e2e/closeStage.mjs',
  testTimeout: 90_000,
  maxWorkers: 1,
};
