// Who may import whom, as a table. ESLint (eslint.config.js) and the house tests read the same one.

/**
 * For each room under src/: the rooms whose values it may import, those of which it may import types only, and the packages it may use.
 * What is not named is forbidden. `wiring` files of a room may import from the rooms named there as well.
 */
const rooms = {
  core: { values: [], types: [], packages: [] },
  sheets: { values: ['core'], types: [], packages: [] },
  words: { values: [], types: ['core'], packages: [] },
  clock: { values: ['core'], types: [], packages: [] },
  // The excel room serves the interface that the actions ask for; it sees no more of them than that.
  excel: { values: ['core', 'sheets'], types: ['actions'], packages: [] },
  files: { values: ['core', 'sheets'], types: ['actions'], packages: [/^hucre(\/|$)/, /^fflate$/, /^docx$/, /^saxes$/, /^htmlparser2$/, /^@e965\/xlsx$/, /^numfmt$/] },
  actions: { values: ['core', 'sheets'], types: ['excel', 'files'], packages: [] },
  pane: {
    values: ['actions', 'words'],
    types: ['core', 'sheets', 'excel', 'files'],
    packages: [/^react(\/|$)/, /^react-dom(\/|$)/, /^@fluentui\//],
    wiring: { files: ['src/pane/index.tsx'], values: ['core', 'sheets', 'excel', 'files', 'clock', 'seeds'] },
  },
  commands: {
    values: ['actions', 'words'],
    types: ['core', 'sheets', 'excel', 'files'],
    packages: [],
    wiring: { files: ['src/commands/index.ts'], values: ['core', 'sheets', 'excel', 'files', 'clock', 'seeds'] },
  },
  batch: {
    values: ['actions', 'words', 'core', 'sheets', 'clock', 'seeds'],
    types: ['excel', 'files'],
    packages: [/^node:/, /^jsdom$/],
    // From a terminal the actions work on the pretend Excel, so this is the one room that may wire it in.
    wiring: { files: ['src/batch/*'], values: ['excel', 'files', 'workbench'] },
  },
  workbench: { values: [], types: [], packages: [/^node:/, /^jsdom$/, /^@univerjs\//, /^numfmt$/, /^@borgar\/fx(\/|$)/, /^fflate$/, /^hucre(\/|$)/, /^@microsoft\/office-js(\/|$)/] },
};

/** Where a file is: the room under src/, 'seeds', 'test', or undefined. Takes a path from the project's root with forward slashes. */
const roomOf = (path) => {
  const [top, second, third] = path.split('/');
  if (top === 'src') return third === undefined ? undefined : second;
  return top === 'seeds' || top === 'test' || top === 'bench' ? top : undefined;
};

const isWiring = (room, path) => (room.wiring?.files ?? []).some((file) => (file.endsWith('*') ? path.startsWith(file.slice(0, -1)) : path === file));

/** Why a file may not import something, or undefined when it may. `target` is a path from the root, or a package's name when `isPackage`. */
const refusal = ({ from, target, isPackage, typeOnly }) => {
  const name = roomOf(from);
  const room = rooms[name];
  if (room === undefined) return undefined;
  if (isPackage) {
    return room.packages.some((allowed) => allowed.test(target)) ? undefined : `src/${name} does not use the package ${target}`;
  }
  const wanted = roomOf(target);
  if (wanted === name) return undefined;
  if (wanted === undefined) return `src/${name} imports ${target}, which is in no room`;
  if (room.values.includes(wanted)) return undefined;
  if (isWiring(room, from) && room.wiring.values.includes(wanted)) return undefined;
  if (room.types.includes(wanted)) return typeOnly ? undefined : `src/${name} may import types from ${wanted}, and nothing else (import type)`;
  return `src/${name} does not import from ${wanted}`;
};

module.exports = { rooms, roomOf, refusal };
