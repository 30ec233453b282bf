// The sheet 名册: people, posts, sections and short names, as a drawing and read back from one (L9). Knows no Excel.
import type { Problem, Result } from '../core/problem';
import type { Person, Role, Roster, Section } from '../core/roster';
import type { Box, CellContent, FormatAt, LookAt, NameDrawing, SheetDrawing, ValidationDrawing } from './drawing';
import { addressOf } from './drawing';
import { bodyLook, centeredBodyLook, headerLook, landscapeMargins, noteLook, titleLook } from './looks';
import type { ReadCell } from './settingsSheet';
import type { RowsAdded } from './workbook';
import { footers, labels, nameComments, names, prompts, refusals, roleWords, rosterTitles, separator, sheetNames, tableNames } from './titles';

const headRow = 2;
const firstRow = headRow + 1;
const columns = rosterTitles.length;

/** 0-based row of the table's header on the sheet. */
export const rosterHeadRow = headRow;
/** How many columns the table 名册 has. */
export const rosterColumns = columns;

/** The name by which a section goes in the ledger: its first short name, or its full one. */
function ledgerNameFormula(row: number): string {
  const full = addressOf(row, 3);
  const short = addressOf(row, 4);
  return `=IF(${short}="",${full}&"",LEFT(${short}&"${separator}",FIND("${separator}",${short}&"${separator}")-1))`;
}

/** One row of the sheet for each person, leaders first as in 附件2. */
export function rosterRow(person: Person, roster: Roster): readonly string[] {
  const section = roster.sections.find((each) => each.name === person.section);
  return [person.name, person.post, person.role, person.section, (section?.shortNames ?? []).join(separator)];
}

/** Cells of the sheet for people, the first of them on `row`. */
function rosterCells(people: readonly Person[], roster: Roster, row: number): CellContent[][] {
  return people.map((person, index) => [...rosterRow(person, roster).map((text) => (text === '' ? null : text)), { formula: ledgerNameFormula(row + index) }]);
}

/** Rows for people who come to an existing 名册, under its table. */
export function rosterRowsAdded(people: readonly Person[], roster: Roster, row: number): RowsAdded {
  const body = { row, column: 0, rows: people.length, columns };
  return {
    sheet: sheetNames.roster, table: tableNames.roster, count: people.length, width: columns, row,
    formats: rosterFormats(body), looks: rosterLooks(body), validations: rosterValidations(body),
    blocks: [{ row, column: 0, cells: rosterCells(people, roster, row) }],
    fills: [],
    rows: [{ row, rows: people.length, height: 'auto' }],
  };
}

function rosterFormats(body: Box): readonly FormatAt[] {
  return [{ at: { ...body, columns: columns - 1 }, format: '@' }, { at: { ...body, column: columns - 1, columns: 1 }, format: 'General' }];
}

function rosterLooks(body: Box): readonly LookAt[] {
  return [{ at: body, look: bodyLook }, { at: { ...body, columns: 1 }, look: centeredBodyLook }, { at: { ...body, column: 2, columns: 1 }, look: centeredBodyLook }];
}

function rosterValidations(body: Box): readonly ValidationDrawing[] {
  return [{ at: { ...body, column: 2, columns: 1 }, rule: { kind: 'list', source: roleWords }, prompt: prompts.role, refusal: { kind: 'stop', ...refusals.role } }];
}

/** Draws the sheet 名册. */
export function drawRoster(roster: Roster): SheetDrawing {
  const people = inSheetOrder(roster);
  const rows = rosterCells(people, roster, firstRow);
  const height = Math.max(rows.length, 1);
  const body = { row: firstRow, column: 0, rows: height, columns };
  return {
    name: sheetNames.roster,
    tabColor: '#7F7F7F',
    formats: [
      { at: { row: 0, column: 0, rows: firstRow, columns }, format: '@' },
      ...rosterFormats(body),
    ],
    blocks: [
      { row: 0, column: 0, cells: [[labels.rosterTitle]] },
      { row: 1, column: 0, cells: [[labels.rosterNote]] },
      { row: headRow, column: 0, cells: [[...rosterTitles], ...rows] },
    ],
    looks: [
      { at: { row: 0, column: 0, rows: 1, columns }, look: titleLook },
      { at: { row: 1, column: 0, rows: 1, columns }, look: noteLook },
      { at: { row: headRow, column: 0, rows: 1, columns }, look: headerLook },
      ...rosterLooks(body),
    ],
    fills: [],
    rules: [],
    columns: [{ column: 0, width: 72 }, { column: 1, width: 240 }, { column: 2, width: 60 }, { column: 3, width: 150 }, { column: 4, width: 110 }, { column: 5, width: 110 }],
    rows: [{ row: 0, rows: 1, height: 30 }, { row: 1, rows: 1, height: 20 }, { row: headRow, rows: 1, height: 24 }, { row: firstRow, rows: height, height: 'auto' }],
    table: { name: tableNames.roster, at: { row: headRow, column: 0, rows: height + 1, columns }, style: 'TableStyleLight1', bandedRows: false },
    validations: rosterValidations(body),
    frozen: { rows: firstRow, columns: 1 },
    page: {
      orientation: 'landscape', margins: landscapeMargins, area: { row: 0, column: 0, rows: wholeColumn, columns },
      titleRows: { from: headRow, to: headRow }, footer: { left: '', center: footers.page, right: '' },
    },
  };
}

const wholeColumn = 1_048_576;

/** Leaders (组长, 副组长) first: the drop-down of 分管领导 is the top of the table. */
export function inSheetOrder(roster: Roster): readonly Person[] {
  return [...roster.people.filter((person) => person.role !== '成员'), ...roster.people.filter((person) => person.role === '成员')];
}

/** The named lists that the ledger's drop-downs offer: of a new 名册, or of one with `added` people under the `present` ones. */
export function rosterNames(present: Roster, added = 0): readonly NameDrawing[] {
  const leaders = present.people.filter((person) => person.role !== '成员').length;
  const all = present.people.length + added;
  const list = (column: string, from: number, count: number): string => `=${sheetNames.roster}!$${column}$${String(firstRow + from + 1)}:$${column}$${String(firstRow + from + Math.max(count, 1))}`;
  return [
    { name: names.leaders, formula: list('A', 0, leaders), comment: nameComments.leaders },
    { name: names.sections, formula: list('F', leaders, all - leaders), comment: nameComments.sections },
    { name: names.people, formula: list('A', 0, all), comment: nameComments.people },
  ];
}

/** Whether a sheet's cells look like the sheet 名册 that this add-in makes (L10). */
export function isRosterSheet(cells: readonly (readonly ReadCell[])[]): boolean {
  return rosterTitles.every((title, column) => cells[headRow]?.[column] === title);
}

/** Reads the people and sections of the sheet 名册 (L9). `cells` begins at A1. */
export function readRoster(cells: readonly (readonly ReadCell[])[]): Result<Roster> {
  const problems: Problem[] = [];
  const people: Person[] = [];
  const shortNames = new Map<string, Set<string>>();
  for (let row = firstRow; row < cells.length; row += 1) {
    const [name = '', post = '', role = '', section = '', short = ''] = (cells[row] ?? []).map((cell) => String(cell).trim());
    if (name === '' && post === '' && role === '' && section === '' && short === '') continue;
    const wrong = (kind: string, column: number, text: string): void => {
      problems.push({ rule: 'L9', kind, level: 'error', at: { sheet: sheetNames.roster, cell: addressOf(row, column) }, values: { text } });
    };
    if (name === '') wrong('rosterNoName', 0, post);
    if (!isRole(role)) wrong('rosterNoRole', 2, role);
    if (section !== '') {
      const shorts = shortNames.get(section) ?? new Set<string>();
      for (const each of short.split(separator).map((part) => part.trim()).filter((part) => part !== '')) shorts.add(each);
      shortNames.set(section, shorts);
    }
    if (name !== '') people.push({ name, post, role: isRole(role) ? role : '成员', section });
  }
  const sections: Section[] = [...shortNames].map(([name, shorts]) => ({ name, shortNames: [...shorts] }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { people, sections }, problems };
}

function isRole(word: string): word is Role {
  return (roleWords as readonly string[]).includes(word);
}
