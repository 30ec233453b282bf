// The add-in's own conditional formats on a sheet: replaced as a whole, never edited, never doubled (C3). Knows them by their mark and leaves all others alone.
import { ownMark } from '../sheets/ledgerRules';
import type { OwnRule } from '../sheets/workbook';
import { addRule } from './draw';

/** Takes our rules off a sheet and puts these on, in their order. Two requests, whatever the number of rows. */
export async function replaceOwnRules(context: Excel.RequestContext, sheetName: string, rules: readonly OwnRule[]): Promise<void> {
  const present = await loadRules(context, sheetName);
  const custom = present.filter((rule) => rule.type === 'Custom');
  for (const rule of custom) rule.custom.rule.load('formula');
  await context.sync();
  for (const rule of custom) if (String(rule.custom.rule.formula).includes(ownMark)) rule.delete();
  addRules(context, sheetName, rules);
}

/** Leaves on a sheet the rules of others and puts ours on as they were. One that was being added when a request failed bears no mark yet: whatever was not there before goes. */
export async function restoreRules(context: Excel.RequestContext, sheetName: string, others: readonly string[], rules: readonly OwnRule[]): Promise<void> {
  const present = await loadRules(context, sheetName);
  for (const rule of present) if (!others.includes(rule.id)) rule.delete();
  addRules(context, sheetName, rules);
}

async function loadRules(context: Excel.RequestContext, sheetName: string): Promise<readonly Excel.ConditionalFormat[]> {
  const present = context.workbook.worksheets.getItem(sheetName).getRange().conditionalFormats;
  present.load('items/id,items/type');
  await context.sync();
  return present.items;
}

function addRules(context: Excel.RequestContext, sheetName: string, rules: readonly OwnRule[]): void {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  rules.forEach((rule, priority) => { addRule(rule.address.includes(',') ? sheet.getRanges(rule.address) : sheet.getRange(rule.address), rule, priority); });
}
