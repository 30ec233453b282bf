// Tells when the open workbook changes: sheets come and go, cells get other contents. A hint to look again, not a record (office-js #5308, #1760).
import { ExcelFault } from './excelFault';
import { runExcel, toFault } from './run';

/** Changes come in bursts, as when a column is pasted; one look after the last of them is enough. */
export const quietMilliseconds = 400;

/** An edit as the listener learns of it: on which sheet, which cells, and whether only their contents changed. */
export interface WatchedEdit { readonly sheet: string; readonly address: string; readonly onlyCells: boolean }

interface Changed { readonly source?: Excel.EventSource | 'Local' | 'Remote'; readonly worksheetId: string; readonly address?: string; readonly changeType?: string }

/**
 * Calls back after the workbook was changed on this machine: a co-author's edits would have every open pane look again at each of his keystrokes.
 * `edits` are the cells of the whole burst; undefined when sheets came or went, or one of them is not known. `onSelected` hears where the selection moved.
 * Gives the way to stop. ExcelApi 1.9 at most.
 */
export async function watchWorkbook(
  onChanged: (edits?: readonly WatchedEdit[]) => void, onSelected?: (at: Pick<WatchedEdit, 'sheet' | 'address'>) => void,
): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let burst: WatchedEdit[] | undefined = [];
  let names: ReadonlyMap<string, string> = new Map();
  const heard = (event: Changed): Promise<void> => {
    if (event.source === 'Remote') return Promise.resolve();
    const sheet = names.get(event.worksheetId);
    if (event.address === undefined || sheet === undefined) burst = undefined;
    else burst?.push({ sheet, address: event.address, onlyCells: event.changeType === 'RangeEdited' });
    clearTimeout(timer);
    timer = setTimeout(() => {
      const edits = burst;
      burst = [];
      onChanged(edits);
    }, quietMilliseconds);
    return Promise.resolve();
  };
  const sheetsMoved = async (event: Changed): Promise<void> => {
    await heard({ worksheetId: event.worksheetId, ...(event.source === undefined ? {} : { source: event.source }) });
    names = new Map();
    try {
      names = await readNames();
    } catch (error) {
      // With no names every edit is of an unknown sheet, so that all is looked at anew: slower, never wrong.
      if (!(error instanceof ExcelFault)) throw error;
    }
  };
  const selected = ({ worksheetId, address }: { readonly worksheetId: string; readonly address: string }): Promise<void> => {
    const sheet = names.get(worksheetId);
    if (sheet !== undefined) onSelected?.({ sheet, address });
    return Promise.resolve();
  };
  names = await readNames();
  const handlers = await runExcel('reading', async (context) => {
    const { worksheets } = context.workbook;
    const added = [worksheets.onAdded.add(sheetsMoved), worksheets.onDeleted.add(sheetsMoved), worksheets.onChanged.add(heard), ...(onSelected === undefined ? [] : [worksheets.onSelectionChanged.add(selected)])];
    await context.sync();
    return added;
  });
  return async () => {
    clearTimeout(timer);
    // A handler goes in the context that it came in; runExcel would open another.
    try {
      for (const handler of handlers) handler.remove();
      await handlers[0]?.context.sync();
    } catch (error) {
      throw toFault(error, 'reading');
    }
  };
}

/** The names of the sheets by the ids that events give. */
async function readNames(): Promise<ReadonlyMap<string, string>> {
  return runExcel('reading', async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    await context.sync();
    return new Map(worksheets.items.map((sheet) => [sheet.id, sheet.name]));
  });
}
