// Many files one after another, beside the pane or in slices: in their order, with those refused among them, ended when they take too long, and cancelled.
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerReading } from '../../src/files/answerReading';
import type { ReadingAnswer } from '../../src/files/readAnswers';
import { GatheredReading } from '../../src/files/readAnswers';
import type { FileReading } from '../../src/files/readFileTables';
import { readFileTables } from '../../src/files/readFileTables';
import type { FileToRead, ReadingOptions, ReadingWorker } from '../../src/files/readInWorker';
import { startReading } from '../../src/files/readInWorker';
import { fileOf, sheetOf, withoutEmptyEnd, workbookOf } from './officePackages';

const bytesOf = (name: string): Uint8Array => Uint8Array.from(readFileSync(join(__dirname, 'fixtures', name)));
const file = (name: string, bytes: () => Uint8Array = () => bytesOf(name)): FileToRead => ({ name, bytes: () => Promise.resolve(bytes()) });

/** A Worker as the platform has them, but in this thread: what goes in and out is cloned, bytes are handed over, and after its end nothing comes. */
class ThreadlessWorker implements ReadingWorker {
  static made = 0;
  static ended = 0;
  onmessage: ReadingWorker['onmessage'] = null;
  onerror: ReadingWorker['onerror'] = null;
  private isEnded = false;

  constructor(private readonly hangsOn = '', private readonly fallsOn = '') {
    ThreadlessWorker.made += 1;
    setTimeout(() => this.tell({ kind: 'ready' }), 0);
  }

  postMessage(question: { name: string; bytes: Uint8Array }, transfer: Transferable[]): void {
    const received = structuredClone(question, { transfer });
    if (received.name === this.hangsOn) return;
    setTimeout(() => {
      if (received.name === this.fallsOn) this.onerror?.(new Error('out of memory'));
      else void answerReading(received, (answer) => this.tell(answer));
    }, 1);
  }

  terminate(): void {
    this.isEnded = true;
    ThreadlessWorker.ended += 1;
  }

  private tell(answer: ReadingAnswer): void {
    if (!this.isEnded) this.onmessage?.({ data: structuredClone(answer) });
  }
}

beforeEach(() => {
  ThreadlessWorker.made = 0;
  ThreadlessWorker.ended = 0;
});

/** Everything that is told, in order. */
const told = async (files: readonly FileToRead[], options: ReadingOptions = {}) => {
  const events: (readonly [string, number, string?])[] = [];
  const readings: FileReading[] = [];
  const finished = await startReading(files, {
    onBegin: (index) => events.push(['begin', index]),
    onFile: (index, reading) => {
      readings[index] = reading;
      events.push(['file', index, reading.ok ? reading.file.kind : reading.refusal.kind]);
    },
  }, options).finished;
  return { events, readings, finished };
};

const inThread: ReadingOptions = { makeWorker: () => undefined };
const inWorker: ReadingOptions = { makeWorker: () => new ThreadlessWorker() };

describe.each([['in slices', inThread], ['in a Worker', inWorker]])('%s', (_, options) => {
  test('[R9] each file in its turn, the refused ones too, and the others go on', async () => {
    const { events, finished } = await told([file('libreoffice.xlsx'), file('空.xlsx', () => new Uint8Array()), file('libreoffice.xls'), file('python-docx.docx'), file('libreoffice-locked.xls')], options);
    expect(events).toEqual([
      ['begin', 0], ['file', 0, 'xlsx'], ['begin', 1], ['file', 1, 'empty'], ['begin', 2], ['file', 2, 'xls'], ['begin', 3], ['file', 3, 'docx'], ['begin', 4], ['file', 4, 'encrypted'],
    ]);
    expect(finished).toBe(true);
  });

  test('[R8] what arrives is what the reading itself gives', async () => {
    const names = ['libreoffice.xlsx', 'openpyxl.xlsx', 'libreoffice.xls', 'libreoffice.docx', 'libreoffice-gb18030.csv'];
    const { readings } = await told(names.map((name) => file(name)), options);
    for (const [index, name] of names.entries()) {
      const direct = fileOf(await readFileTables(name, bytesOf(name)));
      const arrived = fileOf(readings[index] ?? { ok: false, refusal: { kind: 'failed', values: {} } });
      expect(arrived).toEqual(direct);
      expect(Object.entries(arrived.properties)).toEqual(Object.entries(direct.properties));
    }
  });

  test('[R9] a file that the machine does not hand over', async () => {
    const gone: FileToRead = { name: '移走.xlsx', bytes: () => Promise.reject(new Error('NotFoundError')) };
    expect((await told([gone, file('libreoffice.xlsx')], options)).events).toEqual([['begin', 0], ['file', 0, 'cannotOpen'], ['begin', 1], ['file', 1, 'xlsx']]);
  });

  test('[R9] nothing is told after a cancel', async () => {
    const files: string[] = [];
    const reading = startReading(Array.from({ length: 5 }, () => file('libreoffice.xlsx')), {
      onFile: (index) => {
        files.push(String(index));
        if (index === 1) reading.cancel();
      },
    }, options);
    expect(await reading.finished).toBe(false);
    expect(files).toEqual(['0', '1']);
  });
});

test('[R9] a cancel in the middle of a file ends at once, in slices', async () => {
  const files: number[] = [];
  const large = sheetOf('<row><c><v>1</v></c></row>'.repeat(50_000));
  const reading = startReading([file('大.xlsx', () => large)], {
    onBegin: () => setTimeout(() => reading.cancel(), 2),
    onFile: (index) => files.push(index),
  }, inThread);
  expect(await reading.finished).toBe(false);
  expect(files).toEqual([]);
});

test('[R9] a cancel in the middle of a file ends the Worker at once', async () => {
  const files: number[] = [];
  const reading = startReading([file('挂.xlsx', () => bytesOf('libreoffice.xlsx'))], {
    onBegin: () => setTimeout(() => reading.cancel(), 20),
    onFile: (index) => files.push(index),
  }, { makeWorker: () => new ThreadlessWorker('挂.xlsx') });
  expect(await reading.finished).toBe(false);
  expect([files, ThreadlessWorker.ended]).toEqual([[], 1]);
});

describe('a Worker', () => {
  test('[R9] serves all files, and is ended after the last', async () => {
    await told([file('libreoffice.xlsx'), file('openpyxl.xlsx')], inWorker);
    expect([ThreadlessWorker.made, ThreadlessWorker.ended]).toEqual([1, 1]);
  });

  test('[R9] that takes too long over a file is ended, the file refused, and the next has a new one', async () => {
    const { events } = await told([file('libreoffice.xlsx'), file('挂.xlsx', () => bytesOf('libreoffice.xlsx')), file('openpyxl.xlsx')], { secondsPerFile: 0.3, makeWorker: () => new ThreadlessWorker('挂.xlsx') });
    expect(events.filter(([event]) => event === 'file')).toEqual([['file', 0, 'xlsx'], ['file', 1, 'tookTooLong'], ['file', 2, 'xlsx']]);
    expect([ThreadlessWorker.made, ThreadlessWorker.ended]).toEqual([2, 2]);
  });

  test('[R9] that falls over a file is replaced, and the file refused as too large', async () => {
    const { events } = await told([file('倒.xlsx', () => bytesOf('libreoffice.xlsx')), file('openpyxl.xlsx')], { makeWorker: () => new ThreadlessWorker('', '倒.xlsx') });
    expect(events.filter(([event]) => event === 'file')).toEqual([['file', 0, 'tooLarge'], ['file', 1, 'xlsx']]);
    expect(ThreadlessWorker.made).toBe(2);
  });

  test('[R9] that cannot be started is done without, for all files', async () => {
    class NeverBegun extends ThreadlessWorker {
      override postMessage(question: { name: string; bytes: Uint8Array }, transfer: Transferable[]): void {
        structuredClone(question, { transfer });
        this.onerror?.(new Error('script not loaded'));
      }
    }
    const { events } = await told([file('libreoffice.xlsx'), file('openpyxl.xlsx')], { makeWorker: () => new NeverBegun() });
    expect(events.filter(([event]) => event === 'file')).toEqual([['file', 0, 'xlsx'], ['file', 1, 'xlsx']]);
    expect(ThreadlessWorker.made).toBe(1);
  });

  test('[R9] that the platform forbids is done without', async () => {
    const forbidden: ReadingOptions = { makeWorker: () => { throw new Error('SecurityError'); } };
    expect((await told([file('libreoffice.xlsx')], forbidden)).events).toEqual([['begin', 0], ['file', 0, 'xlsx']]);
  });

  test('[R9] that has a mistake in it refuses the file with what is needed to mend it', () => {
    expect(new GatheredReading().take({ kind: 'failed', detail: 'TypeError: x' })).toEqual({ ok: false, refusal: { kind: 'failed', values: { detail: 'TypeError: x' } } });
  });
});

test('[R9] in slices others get their turn between the pieces of a large file', async () => {
  const large = sheetOf('<row><c><v>1</v></c></row>'.repeat(90_000));
  let turns = 0;
  let isReading = true;
  const count = (): void => {
    turns += 1;
    if (isReading) setTimeout(count, 0);
  };
  setTimeout(count, 0);
  await told([file('大.xlsx', () => large)], inThread);
  isReading = false;
  // 2.3 MB of XML in pieces of 64 KB, a breath after every fourth.
  expect(turns).toBeGreaterThan(6);
});

test('[R8] whatever a table is like, its pieces put together are the table', async () => {
  const cell = fc.oneof(fc.constant(''), fc.integer({ min: 0, max: 9 }).map(String), fc.constant('长'.repeat(40_000)));
  await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 30 }), async (rows) => {
    const xml = rows.map((cells) => `<row>${cells.map((text) => (text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`)).join('')}</row>`).join('');
    const gathered = new GatheredReading();
    let reading: FileReading | undefined;
    let largest = 0;
    await answerReading({ name: '表.xlsx', bytes: workbookOf({ sheets: [{ name: '一', xml: `<sheetData>${xml}</sheetData>` }, { name: '二', xml: '<sheetData/>' }] }) }, (answer) => {
      if (answer.kind === 'rows') largest = Math.max(largest, answer.rows.flat().reduce<number>((sum, each) => sum + (typeof each === 'string' ? each.length : 1), 0));
      reading = gathered.take(answer);
    });
    const expected = rows.map(withoutEmptyEnd);
    while (expected.at(-1)?.length === 0) expected.pop();
    expect(fileOf(reading ?? { ok: false, refusal: { kind: 'failed', values: {} } }).tables.map(({ name, cells }) => [name, cells])).toEqual([['一', expected], ['二', []]]);
    // One row is never split, so a piece is at most what it may be and one row more.
    expect(largest).toBeLessThanOrEqual(32 * 4_000 + 4 * 40_000);
  }), { numRuns: 60 });
});
