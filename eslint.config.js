// Who may import whom, and the manners that a machine can check. test/lint shows that each of them fires.
const js = require('@eslint/js');
const tseslint = require('typescript-eslint');

module.exports = tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'out/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
);
