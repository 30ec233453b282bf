// What a walk needs: the workbench in a browser, the pane in it, and the book behind it. Waits for what can be seen; knows no task.
import type { Browser, BrowserContext, Frame, FrameLocator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Scalar } from '../../src/workbench/book/model';

const told = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: walks run with test/e2e/jest.config.js`);
  return value;
};

/** Where the pages are served. */
export const address = (): string => told('STAGE_ADDRESS');

let browser: Promise<Browser> | undefined;
/** The one browser of this run. */
export const theBrowser = (): Promise<Browser> => (browser ??= chromium.connect(told('STAGE_BROWSER')));

/** What the workbench is opened with. Sizes are CSS pixels. */
export interface WorkbenchWishes {
  /** The day on which the workbook and the pane live, YYYY-MM-DD. */
  readonly today?: string;
  /** A file in test/e2e/books that stands open. */
  readonly open?: string;
  readonly theme?: 'light' | 'dark' | 'contrast';
  /** The pane stands closed at the start. */
  readonly paneClosed?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
}

/** A browser window with the workbench in it. */
export interface Workbench {
  readonly page: Page;
  /** The add-in's page in the pane. */
  readonly pane: FrameLocator;
  /** The value that the book holds. */
  value(sheet: string, cell: string): Promise<Scalar>;
  /** Types into a cell as a person does: goes to it by the keyboard's way, types, presses Enter. */
  type(sheet: string, cell: string, text: string): Promise<void>;
  /** Presses a button of the ribbon by its label. */
  press(label: string): Promise<void>;
  /** Ends the window. Fails when a page asked for an address elsewhere (X4), missed a file, or had an error. */
  close(): Promise<void>;
}

const place = (cell: string): { row: number; column: number } => {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  if (letters === '') throw new Error(`not a cell: ${cell}`);
  return { row: Number(digits) - 1, column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 };
};

/** Watches a window for what must never happen. Gives the list, which grows while the window lives. */
function watch(context: BrowserContext, origin: string): string[] {
  const faults: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about|chrome-error):/.test(url)) faults.push(`asked elsewhere: ${url}`);
  });
  context.on('console', (message) => { if (message.type() === 'error') faults.push(`on the console: ${message.text()}`); });
  context.on('response', (response) => { if (response.status() >= 400) faults.push(`answered ${String(response.status())}: ${response.url()}`); });
  context.on('weberror', (error) => faults.push(`error on the page: ${error.error().message}`));
  return faults;
}

/** Opens the workbench in a window of its own, and waits until its grid is drawn. */
export async function openWorkbench(wishes: WorkbenchWishes = {}): Promise<Workbench> {
  const origin = address();
  const context = await (await theBrowser()).newContext({ viewport: wishes.size ?? { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const faults = watch(context, origin);
  const page = await context.newPage();
  if (wishes.today !== undefined) await page.clock.setFixedTime(new Date(`${wishes.today}T09:00:00+08:00`));
  const query = new URLSearchParams();
  if (wishes.today !== undefined) query.set('today', wishes.today);
  if (wishes.open !== undefined) query.set('open', `./${wishes.open}`);
  if (wishes.theme !== undefined) query.set('theme', wishes.theme);
  if (wishes.paneClosed === true) query.set('pane', 'closed');
  await page.goto(`${origin}/?${query.toString()}`);
  await page.waitForFunction(() => 'pretendExcel' in window);
  await page.evaluate(() => window.pretendExcel.view.ready);

  const value = (sheet: string, cell: string): Promise<Scalar> =>
    page.evaluate(
      ({ name, row, column }) => {
        const { book } = window.pretendExcel;
        const found = book.sheetByName(name);
        if (found === undefined) throw new Error(`no sheet ${name}`);
        return book.cellAt(found.id, row, column)?.value ?? null;
      },
      { name: sheet, ...place(cell) },
    );

  return {
    page,
    pane: page.frameLocator('iframe[name="task-pane"]'),
    value,
    async type(sheet, cell, text) {
      await page.evaluate(({ name, to }) => { window.pretendExcel.view.reveal(name, to); }, { name: sheet, to: cell });
      const rect = await page.evaluate(({ name, to }) => window.pretendExcel.view.cellRect(name, to), { name: sheet, to: cell });
      await page.mouse.click(rect.x + rect.width / 2, rect.y + rect.height / 2);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    press: (label) => page.getByRole('button', { name: label, exact: true }).click(),
    async close() {
      await context.close();
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
}

/** Opens one of the served pages by itself. Gives every address that it asked for, and the way to end it. */
export async function openPage(path: string): Promise<{ page: Page; asked: string[]; close: () => Promise<void> }> {
  const context = await (await theBrowser()).newContext({ locale: 'zh-CN' });
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const page = await context.newPage();
  await page.goto(`${address()}${path}`, { waitUntil: 'networkidle' });
  return { page, asked, close: () => context.close() };
}

/** The frame of the add-in's page, for what a locator cannot ask. */
export async function paneFrame({ page }: Workbench): Promise<Frame> {
  const handle = await page.waitForSelector('iframe[name="task-pane"]');
  const frame = await handle.contentFrame();
  if (frame === null) throw new Error('the pane has no page');
  return frame;
}
