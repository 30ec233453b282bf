// Values, formulas and texts through the real Office.js.
import { excelUnderTest, refusal } from './excelUnderTest';

describe('values, formulas and texts through the real Office.js', () => {
  test('[W] strings are parsed as typed: dates, numbers, percentages, formulas, truth', async () => {
    const { run } = await excelUnderTest();
    const read = await run(async (context, sheet) => {
      const range = sheet.getRange('A1:G1');
      range.values = [['2021-09-30', '00123', '50%', '=1+1', 'TRUE', '外贸科', "'=1+1"]];
      range.load('values,formulas,numberFormat,text,valueTypes');
      await context.sync();
      return range.toJSON();
    });
    expect(read.values).toEqual([[44469, 123, 0.5, 2, true, '外贸科', '=1+1']]);
    expect(read.formulas).toEqual([[44469, 123, 0.5, '=1+1', true, '外贸科', '=1+1']]);
    expect(read.numberFormat?.[0]?.slice(1, 4)).toEqual(['General', '0%', 'General']);
    expect(read.text?.[0]?.[2]).toBe('50%');
    expect(read.valueTypes).toEqual([['Double', 'Double', 'Double', 'Double', 'Boolean', 'String', 'String']]);
  });

  test('[W] a text format takes everything as it is, and reading gives it back', async () => {
    const { run } = await excelUnderTest();
    const texts = [['2021-09', '=1+1', '-正在推进', '00123']];
    const read = await run(async (context, sheet) => {
      const range = sheet.getRange('A1:D1');
      range.numberFormat = [['@', '@', '@', '@']];
      range.values = texts;
      range.load('values,formulas');
      await context.sync();
      return range.toJSON();
    });
    expect(read.values).toEqual(texts);
    expect(read.formulas).toEqual(texts);
  });

  test('[W] reading and writing back a quoted text arms it again: the apostrophe is not returned', async () => {
    const { run, book } = await excelUnderTest();
    await run(async (context, sheet) => {
      const range = sheet.getRange('A1');
      range.values = [["'=1+1"]];
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([['=1+1']]);
      range.values = range.values;
      await context.sync();
    });
    expect(book.cellAt(book.activeSheetId, 0, 0)).toMatchObject({ formula: '=1+1', value: 2 });
  });

  test('[W] empty cells read as empty text, errors as their words', async () => {
    const { run } = await excelUnderTest();
    const values = await run(async (context, sheet) => {
      const range = sheet.getRange('A1:C1');
      range.formulas = [['=1/0', '', '=NA()']];
      range.load('values');
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([['#DIV/0!', '', '#N/A']]);
  });

  test('[W] one value fills the whole range; null leaves cells alone', async () => {
    const { run } = await excelUnderTest();
    const values = await run(async (context, sheet) => {
      const range = sheet.getRange('A1:B2');
      Object.assign(range, { values: '一' });
      range.values = [[null, '二'], [null, null]];
      range.load('values');
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([['一', '二'], ['一', '一']]);
  });

  test('[W] sizes that do not match are refused and write nothing', async () => {
    const { run, book } = await excelUnderTest();
    const { code, message, location } = await refusal(run(async (context, sheet) => {
      sheet.getRange('A1:B2').values = [['一', '二']];
      await context.sync();
    }));
    expect({ code, location }).toEqual({ code: 'InvalidArgument', location: 'Range.values' });
    expect(message).toMatch(/自变量/);
    expect(book.usedArea(book.activeSheetId, false)).toBeUndefined();
  });

  test('[W] a text above 32,767 characters and a formula above 8,192 are refused', async () => {
    const { run } = await excelUnderTest();
    await run(async (context, sheet) => {
      sheet.getRange('A1').values = [['字'.repeat(32_767)]];
      await context.sync();
    });
    expect((await refusal(run(async (context, sheet) => {
      sheet.getRange('A1').values = [['字'.repeat(32_768)]];
      await context.sync();
    }))).code).toBe('InvalidArgument');
    expect((await refusal(run(async (context, sheet) => {
      sheet.getRange('A1').formulas = [[`="${'a'.repeat(200)}"${'&"b"'.repeat(2_100)}`]];
      await context.sync();
    }))).code).toBe('InvalidArgument');
  });

  test('[W] a formula that cannot be read is refused', async () => {
    const { run } = await excelUnderTest();
    expect((await refusal(run(async (context, sheet) => {
      sheet.getRange('A1').formulas = [['=SUM(']];
      await context.sync();
    }))).code).toBe('InvalidArgument');
  });

  test('[W] what was done before the failing action stays done, what comes after is not done', async () => {
    const { run, book } = await excelUnderTest();
    await refusal(run(async (context, sheet) => {
      sheet.getRange('A1').values = [['before']];
      sheet.getRange('A2:B2').values = [['wrong size']];
      sheet.getRange('A3').values = [['after']];
      await context.sync();
    }));
    const id = book.activeSheetId;
    expect([0, 1, 2].map((row) => book.cellAt(id, row, 0)?.value ?? null)).toEqual(['before', null, null]);
  });

  test('[W] a read after a write in one request sees computed formulas', async () => {
    const { run } = await excelUnderTest();
    const sum = await run(async (context, sheet) => {
      sheet.getRange('A1:A3').values = [[1], [2], [3]];
      sheet.getRange('B1').formulas = [['=SUM(A1:A3)']];
      const first = sheet.getRange('B1').load('values');
      sheet.getRange('A1').values = [[10]];
      const second = sheet.getRange('B1').load('values');
      await context.sync();
      return [first, second].map((range) => Number(range.values[0]?.[0]));
    });
    expect(sum).toEqual([6, 15]);
  });

  test('[W] what was not loaded cannot be read, in Chinese', async () => {
    const { run } = await excelUnderTest();
    const { code, message } = await refusal(run(async (context, sheet) => {
      const range = sheet.getRange('A1').load('values');
      await context.sync();
      return range.formulas;
    }));
    expect(code).toBe('PropertyNotLoaded');
    expect(message).toContain('formulas');
    expect(message).toMatch(/加载|load/);
  });

  test('[W] whole columns answer null for what they hold', async () => {
    const { run } = await excelUnderTest();
    const values = await run(async (context, sheet) => {
      const range = sheet.getRange('A:A').load('values,address,rowCount');
      await context.sync();
      return [range.values, range.address, range.rowCount];
    });
    expect(values).toEqual([null, 'Sheet1!A:A', 1_048_576]);
  });
});
