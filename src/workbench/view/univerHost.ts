// Starts the Univer component as a mere view: no menus, no editor, no shortcuts, no formulas, and no change that it makes by itself.
import { CommandType, CustomCommandExecutionError, FOCUSING_SHEET, ICommandService, IContextService, IUniverInstanceService, LifecycleService, LifecycleStages, LocaleType, LogLevel, ThemeService, Univer, mergeLocales, type ICommandInfo, type Injector } from '@univerjs/core';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { AutoFillUIController, UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import { IShortcutService, UniverUIPlugin } from '@univerjs/ui';
import designWords from '@univerjs/design/locale/zh-CN';
import docsWords from '@univerjs/docs-ui/locale/zh-CN';
import sheetsWords from '@univerjs/sheets/locale/zh-CN';
import sheetsUiWords from '@univerjs/sheets-ui/locale/zh-CN';
import uiWords from '@univerjs/ui/locale/zh-CN';
import '@univerjs/design/lib/index.css';
import '@univerjs/ui/lib/index.css';
import '@univerjs/docs-ui/lib/index.css';
import '@univerjs/sheets-ui/lib/index.css';

/** Excel's green, in the steps that Univer's theme wants. */
const GREENS = { 50: '#F1FAF1', 100: '#E1F2E3', 200: '#C3E4C8', 300: '#9FD2A7', 400: '#5DAE6B', 500: '#2F8F46', 600: '#107C41', 700: '#0E6C38', 800: '#0B5A2F', 900: '#084A26' };

/** Univer, running in an element. */
export interface UniverHost {
  readonly univer: Univer;
  readonly injector: Injector;
  readonly commands: ICommandService;
  /** Runs work whose changes to Univer's data are ours and therefore allowed. */
  own<T>(work: () => T): T;
  /** After the first workbook was made: waits for what only exists once that is drawn. */
  settle(): Promise<void>;
}

/** Starts Univer. `asked` hears of every change that a gesture of the person would make to Univer's data; the change itself never happens. */
export function startUniver(container: HTMLElement, asked: (command: ICommandInfo) => void): UniverHost {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    logLevel: LogLevel.ERROR,
    locales: { [LocaleType.ZH_CN]: mergeLocales(designWords, uiWords, docsWords, sheetsWords, sheetsUiWords) },
  });
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverUIPlugin, { container, header: false, toolbar: false, footer: false, contextMenu: false, disableAutoFocus: true });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverSheetsUIPlugin, { formulaBar: false, footer: false, disableAutoFocus: true, disableEdit: true, protectedRangeShadow: false, disableForceStringAlert: true, disableForceStringMark: true });
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const themes = injector.get(ThemeService);
  themes.setTheme({ ...themes.getCurrentTheme(), primary: GREENS });

  let ours = 0;
  // The book is the truth. A gesture that would change Univer's copy is told to the page instead, which asks the book.
  commands.beforeCommandExecuted((command) => {
    if (ours > 0 || !changesData(command)) return;
    asked(command);
    throw new CustomCommandExecutionError(command.id);
  });
  return {
    univer,
    injector,
    commands,
    own: (work) => {
      ours++;
      try {
        return work();
      } finally {
        ours--;
      }
    },
    settle: async () => {
      await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
      // Univer would wake the fill handle only three seconds later.
      injector.get(AutoFillUIController);
      injector.get(IShortcutService).forceDisable();
      keepWheel(injector);
    },
  };
}

/** Changes of sheets, and the gestures that Univer would work out itself before it makes such changes. */
function changesData(command: Readonly<ICommandInfo>): boolean {
  return (command.type === CommandType.MUTATION && command.id.startsWith('sheet.mutation.')) || GESTURES.has(command.id);
}

const GESTURES = new Set(['sheet.command.auto-fill', 'sheet.command.set-col-auto-width', 'sheet.command.set-row-is-auto-height', 'sheet.command.move-range', 'sheet.command.move-rows', 'sheet.command.move-cols']);

/** The wheel scrolls the sheet only while Univer believes that it has the focus, which the page's own editor keeps. */
function keepWheel(injector: Injector): void {
  const context = injector.get(IContextService);
  injector.get(IUniverInstanceService).focused$.subscribe(() => context.setContextValue(FOCUSING_SHEET, true));
  context.setContextValue(FOCUSING_SHEET, true);
}
