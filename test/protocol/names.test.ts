// The names on the wire against Microsoft's own library: what the pretend Excel offers is spelt as Office.js asks for it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Book } from '../../src/workbench/book/book';
import { createCalc } from '../../src/workbench/calc';
import { API_SETS } from '../../src/workbench/host/apiSetTable';
import { ExcelHost } from '../../src/workbench/host/excelHost';
import { openOffice, type OpenOffice } from '../../src/workbench/host/nodeOffice';
import { KINDS } from '../../src/workbench/host/objects/kinds';
import { apiSetsInTypes } from './apiSetsInTypes';

const require = createRequire(__filename);
const clock = { today: () => 44_365 };
let office: OpenOffice;

beforeAll(async () => {
  office = await openOffice(new ExcelHost(new Book({ calc: createCalc(clock), clock })));
});
afterAll(() => office.close());

/** What a class of the unmodified Office.js sends: the names of its properties and objects, and the text of its code. */
function wireNames(type: string): { properties: string[]; code: string } {
  const found = (office.Excel as unknown as Record<string, { prototype: Record<string, unknown> } | undefined>)[type];
  if (!found) throw new Error(`Office.js has no Excel.${type}`);
  const { prototype } = found;
  const properties = prototype._scalarPropertyOriginalNames;
  const code = Object.getOwnPropertyNames(prototype).map((name) => {
    const member = Object.getOwnPropertyDescriptor(prototype, name);
    const parts: unknown[] = [member?.value, member?.get, member?.set];
    return parts.filter((each) => typeof each === 'function').map(String).join('\n');
  }).join('\n');
  return { properties: Array.isArray(properties) ? properties.map(String) : [], code };
}

/** Office.js sets these under a name of their own. */
const SET_ONLY = new Set(['Gridlines', 'Headings']);

describe('what the pretend Excel answers to', () => {
  test.each(Object.keys(KINDS))('[W] Excel.%s of Office.js knows every member that the host answers', (type) => {
    const { properties, code } = wireNames(type);
    const kind = KINDS[type as keyof typeof KINDS];
    const unknownProperties = Object.keys(kind.properties).filter((name) => !properties.includes(name) && !SET_ONLY.has(name));
    const unknownMembers = [...Object.keys(kind.objects), ...Object.keys(kind.methods)].filter((name) => !code.includes(`"${name}"`) && !name.startsWith('_Remove'));
    expect({ unknownProperties, unknownMembers: unknownMembers.filter((name) => name !== 'GetItem') }).toEqual({ unknownProperties: [], unknownMembers: [] });
  });

  test('[W] the table of requirement sets is what @types/office-js states', () => {
    const declarations = readFileSync(require.resolve('@types/office-js/index.d.ts'), 'utf8');
    expect(API_SETS).toEqual(apiSetsInTypes(declarations, Object.keys(API_SETS)));
  });

  test('[W] every type that the host answers has its requirement sets listed', () => {
    const own = Object.entries(KINDS).filter(([type]) => !(type in API_SETS)).map(([type]) => type);
    expect(own).toEqual([]);
  });
});
