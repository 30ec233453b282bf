// How the pretend Excel behaves, and on whose word: a page of Microsoft's, an issue of OfficeDev/office-js, the code of Office.js, or nobody's ("assumed"). For whoever doubts a test.

export interface Behaviour {
  readonly what: string;
  /** A page, 'office-js #n', 'excel-win32-16.01.js', or 'assumed'. */
  readonly source: string;
}

const DOCS = 'https://learn.microsoft.com/office/dev/add-ins';
const API = 'https://learn.microsoft.com/javascript/api/excel';

export const BEHAVIOURS: readonly Behaviour[] = [
  { what: 'strings written to values are parsed as if typed; null leaves a cell alone; one value fills a range', source: `${DOCS}/excel/excel-add-ins-ranges-set-get-values` },
  { what: 'values that do not match the range in size are InvalidArgument', source: `${API}/excel.range#excel-excel-range-values-member` },
  { what: 'whole rows and columns answer null for values, formulas, text and numberFormat', source: `${DOCS}/excel/excel-add-ins-ranges-unbounded` },
  { what: '…OrNullObject members answer null objects, and what hangs on one is null too', source: `${DOCS}/develop/application-specific-api-model#ornullobject-methods-and-properties` },
  { what: 'codes of errors and their Chinese words', source: `${DOCS}/testing/application-specific-api-error-handling` },
  { what: 'a batch runs in order and stops at the first failing action; what was done stays', source: `${DOCS}/develop/application-specific-api-model#sync` },
  { what: 'requests and answers of Excel on the web have 5 MB', source: `${DOCS}/concepts/resource-limits-and-performance-optimization#excel-add-ins` },
  { what: 'requests fail in cell edit mode unless delayForCellEdit waits', source: `${API}/excel.runoptions#excel-excel-runoptions-delayforcelledit-member` },
  { what: 'names of sheets: 31 characters, none of \\ / ? * [ ] :, no apostrophe at an end, not History', source: 'https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9' },
  { what: 'names of items and tables: first and later characters, not like a cell, 255 characters', source: 'https://support.microsoft.com/office/names-in-formulas-fc2935f9-115d-4bef-a370-3aa8bb4c91f1' },
  { what: '32,767 characters a cell, 8,192 a formula, 409 points a row, 255 characters a column', source: 'https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3' },
  { what: 'merges are found only when their first cell is in the range', source: 'office-js #3611' },
  { what: 'events tell of the add-in\'s own changes with triggerSource ThisLocalAddin', source: `${API}/excel.worksheetchangedeventargs` },
  { what: 'events of many cells carry no values', source: 'office-js #5308' },
  { what: 'large grids come in pieces of 1,500 cells after _ValidateArraySize; showGridlines is set as Gridlines', source: 'excel-win32-16.01.js' },
  { what: 'event numbers, safe arrays, app commands by event 39 and method 94', source: 'excel-win32-16.01.js' },
  { what: 'what LTSC 2021 declares (ExcelApi 1.14 and the common sets)', source: 'https://learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-requirement-sets' },
  { what: 'an answer with an error carries no results of the actions before it', source: 'assumed' },
  { what: 'setting a property of a null object, or calling it, is ItemNotFound', source: 'assumed' },
  { what: 'writing to a cell behind a merge is ignored; clearing part of a merge is InvalidOperation', source: 'assumed' },
  { what: 'a repeated or empty header text becomes 名2 and 列4', source: 'assumed' },
  { what: 'tables grow under what a person types, not under what an add-in writes', source: 'assumed' },
  { what: 'deleting the header row of a table without the table is InsertDeleteConflict', source: 'assumed' },
  { what: 'a table keeps one empty row when all its rows are deleted', source: 'assumed' },
  { what: 'protecting a protected sheet is AccessDenied, and so is a wrong password', source: 'assumed' },
  { what: 'a prompt or alert without rule stands on a validation that takes everything', source: 'assumed' },
  { what: 'formulas of validations and rules are written for the first cell of their first area, and are rewritten when that cell is taken out', source: 'assumed' },
  { what: 'only the half-width comma parts the words of a list', source: 'assumed' },
  { what: 'a ribbon button shows its page anew, also in a pane that is at its address', source: 'assumed' },
  { what: 'a conditional format does nothing until its condition is set; new ones come first', source: 'assumed' },
  { what: 'frozen panes stay as they are when rows are inserted among them', source: 'assumed' },
  { what: 'ids of table columns are their places from 1 on', source: 'assumed' },
  { what: 'a digit of 等线 11 is 8 pixels wide: a new column is 72 pixels, 54 points', source: 'assumed' },
  { what: 'a custom filter is kept as the texts that it lets through', source: 'assumed' },
  { what: 'Excel passes over manual page breaks while a sheet is fitted to pages: they take effect only with a scale (Adjust to); the book keeps them all the same', source: 'https://support.microsoft.com/office/insert-move-or-delete-page-breaks-in-a-worksheet-ad3dc726-beec-4a4c-861f-ed640612bdc2' },
  { what: '1,026 manual page breaks of a kind', source: 'https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3' },
  { what: 'a page break before the first row or column is InvalidArgument; setting one twice sets one', source: 'assumed' },
  { what: 'a page break stays with the row under it when rows come and go, and goes when that row is deleted; items are counted from 0 in the order of rows', source: 'assumed' },
  { what: 'reversing a bar chart\'s categories takes the value axis to the top, unless it crosses at the maximum (position)', source: `${API}/excel.chartaxis#excel-excel-chartaxis-position-member` },
  { what: 'a chart leaves out hidden rows and columns', source: `${API}/excel.chart#excel-excel-chart-plotvisibleonly-member` },
  { what: 'the scale that Excel chooses: steps of 1, 2 or 5, a twentieth of room at the end, nought unless all values lie within a sixth', source: 'assumed' },
  { what: 'the legend of a new chart stands at the bottom', source: 'assumed' },
  { what: 'row heights of autofitRows are estimated from full and half widths', source: 'assumed' },
  { what: 'a very hidden sheet cannot be deleted', source: `${API}/excel.worksheet#excel-excel-worksheet-delete-member(1)` },
];
