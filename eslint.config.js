// Who may import whom, and the manners that a machine can check. test/lint shows that each of them fires.
const js = require('@eslint/js');
const tseslint = require('typescript-eslint');
const reactHooks = require('eslint-plugin-react-hooks');
const officeAddins = require('eslint-plugin-office-addins');
const house = require('./scripts/lint/houseRules.cjs');

const code = ['src/**/*.{ts,tsx}'];
const tests = ['test/**/*.{ts,tsx}', 'bench/**/*.ts'];
const tools = ['*.js', 'scripts/**/*.{mjs,cjs}', 'test/**/*.{js,mjs}'];

const global = (name, message) => ({ name, message });
const excelOnly = [global('Excel', 'Only src/excel touches Excel.'), global('OfficeExtension', 'Only src/excel touches Excel.')];
const officeOnly = [global('Office', 'Only src/excel and the entries of pane and commands touch Office.')];
const screenOnly = ['window', 'document', 'navigator', 'localStorage', 'sessionStorage'].map((name) => global(name, 'This room knows no screen.'));
const nothingLeaves = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => global(name, 'Nothing leaves the machine (X4).'));
const noDialogs = ['alert', 'confirm', 'prompt'].map((name) => global(name, 'Office.js makes this throw.'));
const everywhere = [...nothingLeaves, ...noDialogs];

module.exports = tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'out/', '.cache/', 'coverage/'] },
  // No comment can switch a rule off.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: [...code, ...tests],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    plugins: { house },
    rules: {
      'house/no-swallowing': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'A file is named after its main export; exports have names.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file itself.' },
      ],
      // range.values = range.values is something that Office.js does: it writes what was read.
      'no-self-assign': ['error', { props: false }],
      eqeqeq: ['error', 'always'],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-console': 'error',
      // XML, sheet names and clipboard text are checked for control characters on purpose.
      'no-control-regex': 'off',
      // PlainDate | '' says more than string.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
    },
  },
  {
    files: code,
    plugins: { house },
    rules: {
      'house/rooms-only': 'error',
      'house/one-clock': 'error',
      'house/excel-in-its-room': 'error',
      'house/chinese-in-words': ['error', 'terms'],
    },
  },

  // Globals, room by room. The last block that fits a file decides.
  {
    files: ['src/core/**', 'src/sheets/**', 'src/words/**', 'src/actions/**', 'src/files/**'],
    rules: { 'no-restricted-globals': ['error', ...excelOnly, ...officeOnly, ...screenOnly, ...everywhere] },
  },
  {
    files: ['src/core/**'],
    rules: { 'no-restricted-globals': ['error', global('Date', 'Days are plain dates; the core has no clock.'), ...excelOnly, ...officeOnly, ...screenOnly, ...everywhere] },
  },
  { files: ['src/pane/**', 'src/commands/**', 'src/clock/**', 'src/batch/**'], rules: { 'no-restricted-globals': ['error', ...excelOnly, ...officeOnly, ...everywhere] } },
  { files: ['src/pane/index.tsx', 'src/commands/index.ts'], rules: { 'no-restricted-globals': ['error', ...excelOnly, ...everywhere] } },
  { files: ['src/excel/**'], rules: { 'no-restricted-globals': ['error', ...screenOnly, ...everywhere] } },
  { files: ['src/workbench/book/**', 'src/workbench/calc/**', 'src/workbench/xlsx/**'], rules: { 'no-restricted-globals': ['error', ...excelOnly, ...officeOnly, ...screenOnly, ...nothingLeaves] } },

  // Excel.
  {
    files: ['src/excel/**'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'house/excel-in-its-room': 'off',
      ...Object.fromEntries(Object.keys(officeAddins.rules).map((name) => [`office-addins/${name}`, 'error'])),
      'no-restricted-properties': ['error', { object: 'Excel', property: 'run', message: 'Only src/excel/run.ts calls Excel.run.' }],
    },
  },
  { files: ['src/excel/run.ts'], rules: { 'no-restricted-properties': 'off' } },
  // The places where a loop goes over pieces of at most 5 MB, not over rows (X2); bench/ counts the requests.
  { files: ['src/excel/officeWorkbook.ts', 'src/excel/read.ts', 'src/excel/restore.ts'], rules: { 'office-addins/no-context-sync-in-loop': 'off' } },

  // Clocks.
  { files: ['src/clock/**', 'src/workbench/todayClock.ts'], rules: { 'house/one-clock': 'off' } },

  // Words.
  { files: ['src/pane/**', 'src/commands/**', 'src/batch/**'], rules: { 'house/chinese-in-words': ['error', 'none'] } },
  // hostFault.ts holds Excel's own messages, as Excel words them.
  { files: ['src/words/**', 'src/sheets/titles.ts', 'src/sheets/*Titles.ts', 'src/workbench/words.ts', 'src/workbench/**/*Words.ts', 'src/workbench/book/hostFault.ts'], rules: { 'house/chinese-in-words': 'off' } },
  {
    files: ['src/pane/**/*.tsx'],
    plugins: { house, 'react-hooks': reactHooks },
    rules: { 'house/no-text-in-markup': 'error', 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },

  // The host stands in for a browser: it runs Office.js as a page would, and what fails in a page goes to the console.
  { files: ['src/workbench/host/**'], rules: { 'no-console': ['error', { allow: ['error'] }] } },
  { files: ['src/workbench/host/nodeOffice.ts'], rules: { '@typescript-eslint/no-implied-eval': 'off' } },

  {
    files: tests,
    rules: {
      // A test takes an object of functions apart as it pleases.
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-properties': [
        'error',
        ...['test', 'it', 'describe'].flatMap((object) => ['skip', 'only', 'todo', 'failing'].map((property) => ({ object, property, message: 'Every test runs.' }))),
      ],
      'no-restricted-globals': ['error', ...['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe'].map((name) => global(name, 'Every test runs.'))],
    },
  },
  {
    files: tools,
    languageOptions: {
      globals: Object.fromEntries(['process', 'Buffer', 'URL', 'URIError', 'require', 'module', '__dirname', '__filename', 'console', 'setTimeout', 'clearTimeout'].map((name) => [name, 'readonly'])),
    },
    plugins: { house },
    rules: { 'house/no-swallowing': 'error', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  { files: ['*.js', '**/*.cjs', 'test/**/*.js'], languageOptions: { sourceType: 'commonjs' } },
);
