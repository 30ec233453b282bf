// The ribbon's own buttons: each calls one action.
import { goToLedger } from '../actions/goToLedger';
import { openOfficeWorkbook } from '../excel/officeWorkbook';

/**
 * 转到台账: shows the first task. Where there is no ledger nothing happens: a ribbon command has no screen of its own to say so on,
 * and moving the person's selection would say nothing either. 打开面板 tells what the workbook is. A fault goes on to Excel's own record.
 */
async function showLedger(event: Office.AddinCommands.Event): Promise<void> {
  try {
    await goToLedger(openOfficeWorkbook());
  } finally {
    // Excel keeps the button busy, and after five minutes ends the page, unless it is told.
    event.completed();
  }
}

void Office.onReady().then(() => {
  Office.actions.associate('goToLedger', (event: Office.AddinCommands.Event) => { void showLedger(event); });
});
