// The add-in's own conditional formats on a sheet: replaced as a whole, never edited, never doubled (C3). Knows them by their mark and leaves all others alone.
import { ownMark } from '../sheets/ledgerRules';
import type { OwnRule } from '../sheets/workbook';
import { addRule } from './draw';

/** Takes our rules off a sheet and puts these on, in their order. Two requests, whatever the number of rows. */
export async function replaceOwnRules(context: Excel.RequestContext, sheetName: string, rules: readonly OwnRule[]): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const present = sheet.getRange().conditionalFormats;
  present.load('items/type');
  await context.sync();
  const custom = present.items.filter((rule) => rule.type === 'Custom');
  for (const rule of custom) rule.custom.rule.load('formula');
  await context.sync();
  for (const rule of custom) if (String(rule.custom.rule.formula).includes(ownMark)) rule.delete();
  rules.forEach((rule, priority) => {
    addRule(rule.address.includes(',') ? sheet.getRanges(rule.address) : sheet.getRange(rule.address), rule, priority);
  });
}
