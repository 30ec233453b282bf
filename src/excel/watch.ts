// Tells when the open workbook changes: sheets come and go, cells get other contents. A hint to look again, not a record (office-js #5308, #1760).
import { runExcel, toFault } from './run';

/** Changes come in bursts, as when a column is pasted; one look after the last of them is enough. */
export const quietMilliseconds = 400;

interface Changed { readonly source?: Excel.EventSource | 'Local' | 'Remote' }

/**
 * Calls back after the workbook was changed on this machine: a co-author's edits would have every open pane look again at each of his keystrokes.
 * Gives the way to stop. ExcelApi 1.9 at most.
 */
export async function watchWorkbook(onChanged: () => void): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = (event: Changed): Promise<void> => {
    if (event.source !== 'Remote') {
      clearTimeout(timer);
      timer = setTimeout(onChanged, quietMilliseconds);
    }
    return Promise.resolve();
  };
  const handlers = await runExcel('reading', async (context) => {
    const { worksheets } = context.workbook;
    const added = [worksheets.onAdded.add(heard), worksheets.onDeleted.add(heard), worksheets.onChanged.add(heard)];
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
