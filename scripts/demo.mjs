// The demonstration into out/: the ledger of 2021, three times copies out, invented answers in, and the reports of April, June and August.
import { at, root } from './project.mjs';
import { mkdirSync } from 'node:fs';
import { ready } from './ready.mjs';
import { batch } from './batch.mjs';

await ready();
mkdirSync(at('out'), { recursive: true });
process.exitCode = await batch(['demo', '--out', 'out', ...process.argv.slice(2)], { cwd: root });
