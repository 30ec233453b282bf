// Batches as they go over the wire, without Office.js: what the pretend Excel answers, action by action.
import { createCalc } from '../../src/workbench/calc';
import { Book } from '../../src/workbench/book/book';
import { ExcelHost, type ExcelHostOptions } from '../../src/workbench/host/excelHost';

interface Answer { Error: { Code: string; Message: string; Location: string; ActionIndex: number } | null; Results: { ActionId: number; Value: unknown }[]; TraceIds: number[] }

const clock = { today: () => 44_365 };

/** A host and the way to post a batch to it as Office.js for Windows does: Execute(93, …). */
function hostAndPost(options?: ExcelHostOptions): { host: ExcelHost; book: Book; post(body: unknown, flags?: number): Promise<Answer>; postRaw(body: unknown, flags?: number): Promise<unknown[]> } {
  const book = new Book({ calc: createCalc(clock), clock });
  const host = new ExcelHost(book, options);
  const execute = host.external.Execute as (id: number, params: unknown, callback: (answer: { toArray(): unknown[] }) => void) => void;
  const postRaw = (body: unknown, flags = 0): Promise<unknown[]> => new Promise((resolve) => {
    execute(93, [['', 'POST', 'ProcessQuery', [], JSON.stringify(body), 0, flags]], (answer) => resolve(answer.toArray()));
  });
  return { host, book, postRaw, post: async (body, flags) => JSON.parse(String((await postRaw(body, flags))[3])) as Answer };
}

const ROOT = { Id: 1, ObjectPathType: 1, Name: '' };
const SHEETS = { Id: 2, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 };
const SHEET = { Id: 3, ObjectPathType: 5, Name: '', ParentObjectPathId: 2, ArgumentInfo: { Arguments: ['Sheet1'] } };
const CELL = { Id: 4, ObjectPathType: 3, Name: 'GetRange', ParentObjectPathId: 3, ArgumentInfo: { Arguments: ['A1'] } };
const PATHS = { 1: ROOT, 2: SHEETS, 3: SHEET, 4: CELL };

describe('batches on the wire', () => {
  test('[W] instantiate, set and query answer in order, with Pascal-case names', async () => {
    const { post } = hostAndPost();
    expect(await post({
      Actions: [
        { Id: 5, ActionType: 1, Name: '', ObjectPathId: 3 },
        { Id: 6, ActionType: 4, Name: 'Values', ObjectPathId: 4, ArgumentInfo: { Arguments: [[['一']]] } },
        { Id: 7, ActionType: 2, Name: '', ObjectPathId: 4, QueryInfo: { Select: ['values', 'format/fill/color'] } },
        { Id: 8, ActionType: 5, Name: 'here', ObjectPathId: 0 },
      ],
      ObjectPaths: PATHS,
    })).toEqual({
      Error: null,
      Results: [{ ActionId: 5, Value: { Id: '{00000001-0001-0000-0000-000000000000}' } }, { ActionId: 6, Value: null }, { ActionId: 7, Value: { Values: [['一']], Format: { Fill: { Color: '#FFFFFF' } } } }, { ActionId: 8, Value: null }],
      TraceIds: [8],
    });
  });

  test('[W] the success frame is status, HTTP status, headers, body', async () => {
    const { postRaw } = hostAndPost();
    expect((await postRaw({ Actions: [], ObjectPaths: {} })).slice(0, 3)).toEqual([0, 200, []]);
  });

  test('[W] an error names code, Chinese words, location and the action, and answers nothing else', async () => {
    const { post } = hostAndPost();
    expect(await post({
      Actions: [{ Id: 5, ActionType: 1, Name: '', ObjectPathId: 1 }, { Id: 6, ActionType: 4, Name: 'Values', ObjectPathId: 4, ArgumentInfo: { Arguments: [[['一', '二']]] } }],
      ObjectPaths: PATHS,
    })).toEqual({ Error: { Code: 'InvalidArgument', Message: '自变量无效、缺少或格式不正确。', Location: 'Range.values', HttpStatusCode: 400, ActionIndex: 1 }, Results: [], TraceIds: [] });
  });

  test('[W] a null object answers null, and so do paths through it', async () => {
    const { post } = hostAndPost();
    const missing = { Id: 3, ObjectPathType: 3, Name: 'GetItemOrNullObject', ParentObjectPathId: 2, ArgumentInfo: { Arguments: ['没有'] } };
    const { Results } = await post({
      Actions: [{ Id: 5, ActionType: 1, Name: '', ObjectPathId: 3 }, { Id: 6, ActionType: 2, Name: '', ObjectPathId: 4, QueryInfo: {} }, { Id: 7, ActionType: 2, Name: '', ObjectPathId: 9, QueryInfo: {} }],
      ObjectPaths: { ...PATHS, 3: missing, 9: { Id: 9, ObjectPathType: 7, Name: '' } },
    });
    expect(Results.map(({ Value }) => Value)).toEqual([null, null, null]);
  });

  test('[W] a kept range answers with a reference that later requests may use, until it is given back', async () => {
    const { post } = hostAndPost();
    const first = await post({
      Actions: [{ Id: 5, ActionType: 3, Name: '_KeepReference', ObjectPathId: 4, ArgumentInfo: {} }, { Id: 6, ActionType: 1, Name: '', ObjectPathId: 4 }], ObjectPaths: PATHS,
    });
    const { _ReferenceId: id } = first.Results[1]?.Value as { _ReferenceId: string };
    const kept = { 1: ROOT, 4: { Id: 4, ObjectPathType: 6, Name: id } };
    const read = { Actions: [{ Id: 7, ActionType: 2, Name: '', ObjectPathId: 4, QueryInfo: { Select: ['address'] } }], ObjectPaths: kept };
    expect((await post(read)).Results[0]?.Value).toEqual({ Address: 'Sheet1!A1' });
    await post({ Actions: [{ Id: 8, ActionType: 3, Name: '_RemoveReference', ObjectPathId: 1, ArgumentInfo: { Arguments: [id] } }], ObjectPaths: { 1: ROOT } });
    expect((await post(read)).Error?.Code).toBe('InvalidReference');
  });

  test('[W] objects as arguments arrive by the id of their path', async () => {
    const { post, book } = hostAndPost();
    const names = { Id: 5, ObjectPathType: 4, Name: 'Names', ParentObjectPathId: 1 };
    const added = { Id: 6, ObjectPathType: 3, Name: 'Add', ParentObjectPathId: 5, ArgumentInfo: { Arguments: ['基准日', 4, '备注'], ReferencedObjectPathIds: [0, 4, 0] } };
    await post({ Actions: [{ Id: 7, ActionType: 1, Name: '', ObjectPathId: 6 }], ObjectPaths: { ...PATHS, 5: names, 6: added } });
    expect(book.names).toEqual([{ name: '基准日', formula: '=Sheet1!$A$1', comment: '备注', visible: true }]);
    await post({
      Actions: [{ Id: 8, ActionType: 4, Name: 'Rule', ObjectPathId: 9, ArgumentInfo: { Arguments: [{ list: { inCellDropDown: true, source: { _ObjectPathId: 4 } } }] } }],
      ObjectPaths: { ...PATHS, 9: { Id: 9, ObjectPathType: 4, Name: 'DataValidation', ParentObjectPathId: 4 } },
    });
    expect(book.validationAt(book.activeSheetId, 0, 0)?.formula1).toBe('=Sheet1!$A$1');
  });

  test('[W] a method path acts once, however often it is used', async () => {
    const { post, book } = hostAndPost();
    const added = { Id: 5, ObjectPathType: 3, Name: 'Add', ParentObjectPathId: 2, ArgumentInfo: { Arguments: ['名册'] } };
    await post({
      Actions: [{ Id: 6, ActionType: 1, Name: '', ObjectPathId: 5 }, { Id: 7, ActionType: 4, Name: 'TabColor', ObjectPathId: 5, ArgumentInfo: { Arguments: ['#ff0000'] } }, { Id: 8, ActionType: 2, Name: '', ObjectPathId: 5, QueryInfo: {} }],
      ObjectPaths: { ...PATHS, 5: added },
    });
    expect(book.sheets.map((sheet) => [sheet.name, sheet.tabColor])).toEqual([['Sheet1', ''], ['名册', '#FF0000']]);
  });

  test('[W] collections answer _Items with ids, cut by Top and Skip, their own properties beside', async () => {
    const { post, book } = hostAndPost();
    for (const name of ['甲', '乙', '丙']) book.addSheet(name);
    const { Results } = await post({ Actions: [{ Id: 5, ActionType: 2, Name: '', ObjectPathId: 2, QueryInfo: { Select: ['name'], Top: 2, Skip: 1 } }], ObjectPaths: PATHS });
    expect(Results[0]?.Value).toEqual({ _Items: [{ Id: expect.any(String) as string, Name: '甲' }, { Id: expect.any(String) as string, Name: '乙' }] });
  });

  test('[W] kinds of actions that are not modelled fail by name', async () => {
    const { post } = hostAndPost();
    expect((await post({ Actions: [{ Id: 5, ActionType: 6, Name: '', ObjectPathId: 1 }], ObjectPaths: PATHS })).Error?.Message).toBe('NotSupported: ClientRequest.action type 6');
  });

  test('[W] Office\'s own services are answered and not counted', async () => {
    const { post, host } = hostAndPost();
    const answer = await post({ Actions: [{ Id: 2, ActionType: 1, Name: '', ObjectPathId: 1 }], ObjectPaths: { 1: { Id: 1, ObjectPathType: 2, Name: 'Microsoft.ActionHandler' } } });
    expect(answer.Error).toBeNull();
    expect(host.requests).toEqual([]);
  });

  test('[W] in cell edit mode the answer is Office\'s error 5004', async () => {
    const { postRaw, host } = hostAndPost();
    const end = host.startCellEdit();
    expect((await postRaw({ Actions: [], ObjectPaths: {} }))[0]).toBe(5004);
    end();
    expect((await postRaw({ Actions: [], ObjectPaths: {} }))[0]).toBe(0);
  });

  test('[X2] too large a request on the web is Office\'s error 5103', async () => {
    const { postRaw } = hostAndPost({ platform: 'web' });
    expect((await postRaw({ Actions: [], ObjectPaths: {}, filler: '港'.repeat(1_800_000) }))[0]).toBe(5103);
  });
});
