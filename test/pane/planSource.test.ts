// Plan files as a person picks them: what is a plan, and what is refused with its reason.
import * as fc from 'fast-check';
import { lineOfJsonFault } from '../../src/core/jsonFault';
import { parsePlan } from '../../src/core/planFile';
import type { PickedFile } from '../../src/pane/planSource';
import { largestPlanFile, readPlanFile } from '../../src/pane/planSource';
import seed from '../../seeds/plan-2021.json';

const picked = (bytes: Uint8Array, size = bytes.length): PickedFile => ({ name: '方案甲.json', size, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) });
const text = (content: string): PickedFile => picked(new TextEncoder().encode(content));
const read = (file: PickedFile) => readPlanFile(file, (json, name) => Promise.resolve(parsePlan(json, name)));
const firstKind = async (file: PickedFile): Promise<string | undefined> => {
  const result = await read(file);
  return result.ok ? undefined : result.problems.map(({ rule, kind }) => `${rule}.${kind}`)[0];
};

test('[I1] a plan file is read, with or without a byte order mark', async () => {
  for (const start of ['', '\ufeff']) {
    const result = await read(text(`${start}${JSON.stringify(seed)}`));
    expect(result.ok && result.value.tasks.length).toBe(13);
  }
});

test('[I1] what is no such file is refused by kind, and the file is named', async () => {
  expect(await firstKind(text('{'))).toBe('I1.notJson');
  expect(await firstKind(picked(Uint8Array.from([0xd5, 0xbf, 0xbd, 0xad])))).toBe('I1.notUtf8');
  expect(await firstKind(picked(new Uint8Array(1), largestPlanFile + 1))).toBe('I1.fileTooLarge');
  expect(await firstKind({ name: '方案甲.json', size: 1, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) })).toBe('I1.fileUnreadable');
  const result = await read(text('[]'));
  expect(result.problems[0]?.at.file).toBe('方案甲.json');
});

test.each<[string, number]>([
  ['{"tasks":\n[}', 2],
  ['{\n"a": 1,\n}', 3],
  ['{\r\n"a" 1}', 2],
  ['[1,\n2,\n03]', 3],
  ['["a\nb"]', 1],
  ['{"a": 1}\n\n{', 3],
  ["{\n'a': 1}", 2],
  ['', 1],
  ['[1\n', 2],
  ['[1}', 1],
])('[I1] the first fault of %j is in line %d', (content, line) => {
  expect(() => { JSON.parse(content); }).toThrow(SyntaxError);
  expect(lineOfJsonFault(content)).toBe(line);
});

test('[I1] a fault is found exactly where the browser finds one', () => {
  const spoilt = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', '\\', '1', 'x', '\n', ':')).map(([json, place, put]) => {
    const at = place % (json.length + 1);
    return json.slice(0, at) + put + json.slice(at + 1);
  });
  const parses = (content: string): boolean => {
    try {
      JSON.parse(content);
      return true;
    } catch (error) {
      if (error instanceof SyntaxError) return false;
      throw error;
    }
  };
  fc.assert(fc.property(fc.oneof(fc.json(), spoilt), (content) => (lineOfJsonFault(content) === undefined) === parses(content)), { numRuns: 500 });
});
