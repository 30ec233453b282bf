// What `npm run batch` starts: hands what was typed to runBatch, and its lines and exit code back.
import { runBatch } from './runBatch';

const to = (stream: NodeJS.WriteStream) => (line: string): void => { stream.write(`${line}\n`); };

void runBatch(process.argv.slice(2), to(process.stdout), to(process.stderr)).then((code) => { process.exitCode = code; });
