// The page of the pretend Excel: puts book, calculation, host, files and view together. Knows nothing of any add-in but what its manifest says.
import { parseAddress } from '../book/area';
import { Book } from '../book/book';
import type { BookChange } from '../book/model';
import { createCalc } from '../calc';
import { DEFAULT_SETS, ExcelHost } from '../host/excelHost';
import { todayClock } from '../todayClock';
import { words } from '../words';
import { AddinPages } from './addinPages';
import { BookFiles } from './bookFiles';
import { CellOverlays } from './cellOverlays';
import { ChartLayer } from './chartLayer';
import { Dialogs } from './dialogs';
import { FormulaBar } from './formulaBar';
import { loadStandIns } from './fontOf';
import { Frame } from './frame';
import { ManifestFault, localAddress, parseManifest, type RibbonAction, type RibbonModel } from './manifestRibbon';
import { mergeAt } from './navigation';
import { parsePageSettings } from './pageSettings';
import { PersonActions } from './personActions';
import { openMenu } from './popups';
import { Ribbon } from './ribbon';
import { SheetControl } from './sheetControl';
import { SheetTabs } from './sheetTabs';
import { StatusBar } from './statusBar';
import { TaskPane } from './taskPane';
import './viewDoor';
import { WatchPanel } from './watchPanel';
import './workbench.css';

const { settings, odd } = parsePageSettings(location.search);
document.documentElement.dataset['theme'] = settings.theme;

const clock = todayClock(settings.today);
const calc = createCalc(clock);
const book = new Book({ calc, clock });
book.name = words.newBookName(1);

const back = () => control.editor.focus();
const dialogs = new Dialogs(document.body, () => back());
const actions = new PersonActions(book, calc, dialogs);
const files = new BookFiles(book, dialogs, { replaced: () => replaced(), changed: () => frame.title(book.name, files.isUnsaved) });
const tell = (message: string) => void dialogs.tell(words.dialog.title, message, 'information');

let model: RibbonModel = { displayName: '', tabs: [], notes: [] };
const ribbon = new Ribbon({ run: (action, label) => run(action, label), openFileMenu, back });
const watch = new WatchPanel(() => overlays.follow());
const pages = new AddinPages(() => new ExcelHost(book, {
  requirementSets: { ...DEFAULT_SETS, ExcelApi: settings.set },
  theme: settings.theme,
  hooks: { createWorkbook, save: () => void files.save() },
}), (host) => watch.watch(host));
const pane = new TaskPane({ toggled: () => overlays.follow(), back, key: pageKey });
const formulaBar = new FormulaBar(book, {
  goTo: (sheetId, area) => {
    book.activate(sheetId, 'user');
    control.select(area, { row: area.top, column: area.left });
  },
  commit: () => void control.editor.commit().then(back),
  cancel: () => control.editor.cancel(),
  back,
  tell,
});
const tabs = new SheetTabs(book, actions, dialogs, back);
const status = new StatusBar(book, (ratio) => control.grid?.setZoom(ratio), watch.opener);
const frame = new Frame(
  { ribbon: ribbon.element, formulaBar: formulaBar.element, tabs: tabs.element, watch: watch.element, pane: pane.element, status: status.element },
  { save: () => void files.save(), undo: () => control.takeBack('undo'), redo: () => control.takeBack('redo') },
);
const overlays = new CellOverlays(book, frame.surface, actions, back);
const charts = new ChartLayer(book, frame.surface);
const control = new SheetControl(book, actions, {
  surface: frame.surface,
  bar: formulaBar.content,
  clock,
  modeChanged: (mode) => {
    status.modeChanged(mode);
    formulaBar.modeChanged(mode);
    pages.editing(mode !== 'ready');
  },
  moved: () => {
    overlays.follow();
    charts.follow(false);
  },
  openListAt: (at) => overlays.openListAt(at),
  goToNameBox: () => formulaBar.focusNameBox(),
  tell,
});

window.pretendExcel = {
  book,
  get host() { return pages.pane; },
  external: (page) => pages.externalFor(page),
  view: {
    ready: start(),
    cellRect: (sheetName, address) => {
      const sheet = book.sheetByName(sheetName);
      const area = parseAddress(address);
      const rect = sheet && area && control.grid?.rectOf(sheet.id, area.top === area.bottom && area.left === area.right ? mergeAt(sheet, { row: area.top, column: area.left }) : area);
      if (!rect) throw new Error(`${sheetName}!${address} is not on screen`);
      return { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
    },
    reveal: (sheetName, address) => {
      const sheet = book.sheetByName(sheetName);
      const area = parseAddress(address);
      if (!sheet || !area) throw new Error(`no ${sheetName}!${address}`);
      book.activate(sheet.id, 'user');
      control.grid?.reveal(sheet.id, { row: area.top, column: area.left });
    },
    isUnsaved: () => files.isUnsaved,
  },
};

/** The frame stands at once; ribbon, grid and workbook come as they are loaded. */
async function start(): Promise<void> {
  await Promise.resolve();
  frame.title(book.name, files.isUnsaved);
  book.onChange(follow);
  tabs.follow();
  formulaBar.follow();
  status.follow();
  window.addEventListener('keydown', pageKey, true);
  await Promise.all([loadRibbon(), loadGrid(), settings.open === undefined ? undefined : files.openAddress(settings.open)]);
  const wanted = settings.sheet === undefined ? undefined : book.sheetByName(settings.sheet);
  if (wanted?.visibility === 'Visible') book.activate(wanted.id, 'user');
  control.grid?.show(book.activeSheetId);
  control.follow();
  charts.follow();
  back();
}

async function loadGrid(): Promise<void> {
  try {
    const [{ createUniverGrid }] = await Promise.all([import('./univerGrid'), loadStandIns()]);
    const grid = await createUniverGrid(frame.grid, book, control.gridEvents);
    control.grid = grid;
    overlays.grid = grid;
    charts.grid = grid;
    frame.loaded();
  } catch (problem) {
    frame.failed(problem instanceof Error ? problem.message : String(problem));
    throw problem;
  }
}

async function loadRibbon(): Promise<void> {
  const answer = await fetch(settings.manifest);
  if (!answer.ok) {
    ribbon.say(words.ribbon.missing);
    return;
  }
  try {
    model = parseManifest(await answer.text());
  } catch (problem) {
    if (!(problem instanceof ManifestFault)) throw problem;
    ribbon.say(words.ribbon.unreadable(problem.message));
    return;
  }
  ribbon.draw(model);
  watch.note([...model.notes, ...odd.map(words.oddSetting)]);
  if (!settings.paneClosed) openFirstPane();
}

/** The pane that a person would open first stands open at the start, as it is what this page is for. */
function openFirstPane(): void {
  const controls = model.tabs.flatMap((tab) => tab.groups).flatMap((group) => group.controls).flatMap((each) => (each.kind === 'menu' ? each.items : [each]));
  const first = controls.map((each) => each.action).find((action) => action.kind === 'pane');
  if (first) openPane(first, false);
  else if (model.defaultUrl !== undefined) openPane({ kind: 'pane', paneId: model.defaultUrl, url: model.defaultUrl }, false);
}

function openPane(action: RibbonAction & { kind: 'pane' }, focus: boolean): void {
  pane.open(localAddress(action.url, location.href), action.title ?? model.displayName, focus);
}

/** A button of the ribbon was pressed. */
async function run(action: RibbonAction, label: string): Promise<void> {
  if (action.kind === 'pane') return openPane(action, true);
  if (model.functionFile === undefined) return dialogs.tell(words.dialog.title, words.ribbon.failed(label, words.ribbon.noFunctionFile), 'stop');
  status.say(words.ribbon.running(label));
  try {
    await pages.run(localAddress(model.functionFile, location.href), action.name, label);
  } catch (problem) {
    await dialogs.tell(words.dialog.title, words.ribbon.failed(label, problem instanceof Error ? problem.message : String(problem)), 'stop');
  } finally {
    status.say(undefined);
  }
}

function openFileMenu(point: { x: number; y: number }): void {
  openMenu(words.file.tab, [
    { label: words.file.newBook, tip: words.file.newBookTip, does: () => void files.newBook() },
    { label: words.file.open, tip: words.file.openTip, does: () => void files.choose() },
    'line',
    { label: words.file.save, tip: words.file.saveTip, does: () => void files.save() },
  ], point, back);
}

/** Another workbook stands in the book: the add-in begins anew, as it does in a new window of Excel. */
function replaced(): void {
  actions.undoList.forget();
  pages.renew();
  pane.reload();
  frame.title(book.name, files.isUnsaved);
  control.grid?.show(book.activeSheetId);
  control.follow();
  charts.follow();
}

/** Excel opens what an add-in creates in a window of its own. */
function createWorkbook(base64: string | undefined): void {
  const here = new URL(location.href);
  here.searchParams.set('pane', 'closed');
  here.searchParams.delete('sheet');
  here.searchParams.delete('open');
  if (base64 !== undefined) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    here.searchParams.set('open', URL.createObjectURL(new Blob([bytes])));
  }
  window.open(here.href, '_blank');
}

/** The book changed: what shows it follows, and only that. */
function follow(change: BookChange): void {
  switch (change.kind) {
    case 'cells':
      control.grid?.refresh(change.sheetId, change.details === undefined || change.details === 'edited' ? change.area : undefined);
      if (change.details !== undefined && change.details !== 'edited') actions.undoList.forget();
      return followContent();
    case 'calculated': case 'look':
      control.grid?.refresh(change.sheetId);
      return followContent();
    case 'structure':
      control.grid?.refresh(change.sheetId);
      tabs.follow();
      formulaBar.followNames();
      return followContent();
    case 'sheets':
      control.grid?.prune();
      tabs.follow();
      frame.title(book.name, files.isUnsaved);
      return undefined;
    case 'names':
      return formulaBar.followNames();
    case 'activated':
      control.grid?.show(change.sheetId);
      tabs.follow();
      charts.follow();
      return followSelection();
    case 'selection':
      followSelection();
      if (change.origin === 'addin') control.grid?.reveal(book.activeSheetId, book.selection.active);
      return undefined;
  }
}

let contentDue = false;
/** Once for many changes: sums and the formula bar. */
function followContent(): void {
  if (contentDue) return;
  contentDue = true;
  queueMicrotask(() => {
    contentDue = false;
    control.editor.follow();
    status.follow();
    overlays.follow();
    charts.follow();
  });
}

function followSelection(): void {
  control.follow();
  formulaBar.follow();
  status.follow();
  overlays.follow();
}

/** Keys that belong to the whole window, also while the pane has the keyboard. */
function pageKey(event: KeyboardEvent): void {
  const ctrl = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (document.querySelector('dialog[open]')) return;
  if (key === 'f6') nextRegion(event.shiftKey ? -1 : 1);
  else if (ctrl && !event.altKey && key === 's') void control.editor.commit().then(() => files.save());
  else if (ctrl && !event.altKey && key === 'o') void files.choose();
  else if (ctrl && event.altKey && key === 'n') void files.newBook();
  else if (ctrl && key === 'f1') ribbon.toggle();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** F6 goes round the parts of the window, as in Excel. */
function nextRegion(step: 1 | -1): void {
  const regions: { has: () => boolean; focus: () => void }[] = [
    { has: () => frame.surface.contains(document.activeElement), focus: back },
    { has: () => tabs.element.contains(document.activeElement), focus: () => tabs.element.querySelector<HTMLElement>('[aria-selected="true"]')?.focus() },
    { has: () => status.element.contains(document.activeElement) || watch.element.contains(document.activeElement), focus: () => watch.opener.focus() },
    ...(pane.isOpen ? [{ has: () => pane.element.contains(document.activeElement), focus: () => pane.focus() }] : []),
    { has: () => ribbon.element.contains(document.activeElement), focus: () => ribbon.focus() },
    { has: () => formulaBar.element.contains(document.activeElement), focus: () => formulaBar.focusNameBox() },
  ];
  const at = Math.max(0, regions.findIndex((region) => region.has()));
  regions[(at + step + regions.length) % regions.length]?.focus();
}

// A click beside the cells, e.g. on a gap of the frame, leaves the keyboard with the grid.
frame.surface.addEventListener('pointerup', (event) => {
  if (event.target instanceof HTMLElement && event.target.closest('.wb-grid')) back();
});
