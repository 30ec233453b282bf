// How the tests run. The default run is unit, Excel-level, protocol and house; browser walks have test/e2e/jest.config.js.
const typescript = ['@swc/jest', {
  sourceMaps: 'inline',
  jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
  module: { type: 'commonjs' },
}];
const javascript = ['@swc/jest', {
  jsc: { target: 'es2022', parser: { syntax: 'ecmascript', jsx: false } },
  module: { type: 'commonjs' },
}];

/** Packages that ship ES modules only: they are turned into CommonJS for jest. */
const esModules = ['hucre', '@borgar/fx', 'numfmt', 'fflate', '@univerjs', '@univerjs-pro', '@wendellhu', 'rxjs', 'lodash-es', 'nanoid', 'uuid'];

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/dist/', '<rootDir>/out/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/out/'],
  transform: { '\\.tsx?$': typescript, '\\.m?js$': javascript },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: { '\\.css$': '<rootDir>/test/house/emptyStyle.ts' },
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  // A busy machine of two cores is given time; what hangs still ends.
  testTimeout: 20_000,
  maxWorkers: 2,
};
