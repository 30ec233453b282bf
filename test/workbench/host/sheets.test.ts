// Sheets through the real Office.js.
import { excelUnderTest, refusal } from './excelUnderTest';

describe('sheets through the real Office.js', () => {
  test.each([
    ['31 characters at most', '一'.repeat(32)], ['no colon', 'a:b'], ['no slash', 'a/b'], ['no backslash', 'a\\b'], ['no question mark', 'a?'], ['no asterisk', 'a*'], ['no bracket', 'a[1]'],
    ['no apostrophe at an end', "'a"],
  ])('[W] a sheet name: %s', async (_why, name) => {
    const { run, book } = await excelUnderTest();
    expect((await refusal(run(async (context) => {
      context.workbook.worksheets.add(name);
      await context.sync();
    }))).code).toBe('InvalidArgument');
    expect(book.sheets).toHaveLength(1);
  });

  test('[W] names are unique without regard to case', async () => {
    const { run } = await excelUnderTest();
    expect((await refusal(run(async (context) => {
      context.workbook.worksheets.add('SHEET1');
      await context.sync();
    }))).code).toBe('ItemAlreadyExists');
  });

  test('[W] the last visible sheet can neither be deleted nor hidden', async () => {
    const { run } = await excelUnderTest();
    expect((await refusal(run(async (context, sheet) => {
      sheet.delete();
      await context.sync();
    }))).code).toBe('InvalidOperation');
    expect((await refusal(run(async (context, sheet) => {
      sheet.visibility = 'Hidden';
      await context.sync();
    }))).code).toBe('InvalidOperation');
  });

  test('[W] a missing sheet: getItem fails, getItemOrNullObject answers with a null object, and so does what hangs on it', async () => {
    const { run } = await excelUnderTest();
    const { code, location } = await refusal(run(async (context) => {
      context.workbook.worksheets.getItem('名册').load('name');
      await context.sync();
    }));
    expect({ code, location }).toEqual({ code: 'ItemNotFound', location: 'WorksheetCollection.getItem' });
    const isNull = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('名册');
      const used = sheet.getUsedRangeOrNullObject(true);
      sheet.load('name');
      used.load('address');
      await context.sync();
      return [sheet.isNullObject, used.isNullObject];
    });
    expect(isNull).toEqual([true, true]);
  });

  test('[W] a new sheet is usable in the same request and in later ones', async () => {
    const { run, book } = await excelUnderTest();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.add('名册');
      sheet.getRange('A1').values = [['姓名']];
      await context.sync();
      sheet.getRange('B1').values = [['职务']];
      sheet.tabColor = '#C00000';
      sheet.load('name,position,id,tabColor');
      await context.sync();
      expect([sheet.name, sheet.position, sheet.tabColor]).toEqual(['名册', 1, '#C00000']);
    });
    expect(book.sheetByName('名册')?.cells.get(0)?.size).toBe(2);
  });

  test('[W] renaming a sheet follows in formulas, names and validations', async () => {
    const { run, book } = await excelUnderTest();
    await run(async (context, sheet) => {
      const roster = context.workbook.worksheets.add('名册');
      roster.getRange('A1').values = [[7]];
      sheet.getRange('A1').formulas = [['=名册!A1*2']];
      context.workbook.names.add('人员', roster.getRange('A1:A9'));
      sheet.getRange('B1').dataValidation.rule = { list: { inCellDropDown: true, source: '=名册!$A$1:$A$9' } };
      await context.sync();
      roster.name = '新 名册';
      await context.sync();
    });
    const [first] = book.sheets;
    expect(book.cellAt(first?.id ?? '', 0, 0)).toMatchObject({ formula: "='新 名册'!A1*2", value: 14 });
    expect(book.names[0]?.formula).toBe("='新 名册'!$A$1:$A$9");
    expect(first?.validations[0]?.formula1).toBe("='新 名册'!$A$1:$A$9");
  });

  test('[W] deleting a sheet leaves #REF! where it was referred to', async () => {
    const { run, book } = await excelUnderTest();
    await run(async (context, sheet) => {
      const other = context.workbook.worksheets.add('旧 表');
      sheet.getRange('A1').formulas = [["='旧 表'!A1+1"]];
      await context.sync();
      other.delete();
      await context.sync();
    });
    expect(book.cellAt(book.activeSheetId, 0, 0)).toMatchObject({ formula: '=#REF!+1', value: { error: '#REF!' } });
  });

  test('[W] collections load items with their own and their objects\' properties', async () => {
    const { run } = await excelUnderTest();
    const names = await run(async (context, sheet) => {
      sheet.getRange('A1:B2').values = [['a', 'b'], [1, 2]];
      sheet.tables.add('A1:B2', true).name = '任务台账';
      context.workbook.worksheets.add('名册').visibility = 'VeryHidden';
      const { worksheets, tables } = context.workbook;
      worksheets.load('items/name,items/visibility,items/protection/protected');
      tables.load('items/name,items/worksheet/name,count');
      await context.sync();
      return { sheets: worksheets.items.map((each) => [each.name, each.visibility, each.protection.protected]), tables: tables.items.map((each) => [each.name, each.worksheet.name]), count: tables.count };
    });
    expect(names).toEqual({ sheets: [['Sheet1', 'Visible', false], ['名册', 'VeryHidden', false]], tables: [['任务台账', 'Sheet1']], count: 1 });
  });

  test('[W] a hidden sheet cannot be activated; deleting the active one activates its neighbour', async () => {
    const { run, book } = await excelUnderTest();
    await run(async (context) => {
      context.workbook.worksheets.add('二').visibility = 'Hidden';
      context.workbook.worksheets.add('三').activate();
      await context.sync();
    });
    expect(book.sheetById(book.activeSheetId)?.name).toBe('三');
    expect((await refusal(run(async (context) => {
      context.workbook.worksheets.getItem('二').activate();
      await context.sync();
    }))).code).toBe('InvalidOperation');
    await run(async (context, sheet) => {
      sheet.delete();
      await context.sync();
    });
    expect(book.sheetById(book.activeSheetId)?.name).toBe('Sheet1');
  });

  test('[W] protection refuses what it does not allow, with AccessDenied', async () => {
    const { run, book } = await excelUnderTest();
    await run(async (context, sheet) => {
      sheet.getRange('B1').format.protection.locked = false;
      sheet.protection.protect({ allowFormatCells: true });
      await context.sync();
      sheet.getRange('B1').values = [['可填']];
      sheet.getRange('A1').format.font.bold = true;
      await context.sync();
    });
    const before = book.picture();
    for (const attempt of [
      (sheet: Excel.Worksheet) => { sheet.getRange('A1').values = [['锁定']]; },
      (sheet: Excel.Worksheet) => { sheet.getRange('1:1').insert('Down'); },
      (sheet: Excel.Worksheet) => { sheet.getRange('A1:B1').clear(); },
      (sheet: Excel.Worksheet) => { sheet.getRange('A1:B1').merge(); },
      (sheet: Excel.Worksheet) => { sheet.protection.protect(); },
    ]) {
      expect((await refusal(run(async (context, sheet) => {
        attempt(sheet);
        await context.sync();
      }))).code).toBe('AccessDenied');
    }
    expect(book.picture()).toEqual(before);
    await run(async (context, sheet) => {
      sheet.protection.unprotect();
      sheet.getRange('A1').values = [['开']];
      await context.sync();
    });
  });

  test('[W] a password is needed to take protection off', async () => {
    const { run } = await excelUnderTest();
    await run(async (context, sheet) => {
      sheet.protection.protect({}, '口令');
      await context.sync();
    });
    expect((await refusal(run(async (context, sheet) => {
      sheet.protection.unprotect('错');
      await context.sync();
    }))).code).toBe('AccessDenied');
    await run(async (context, sheet) => {
      sheet.protection.unprotect('口令');
      await context.sync();
    });
  });

  test('[W] page set-up, frozen panes, gridlines and custom properties are kept and read back', async () => {
    const { run, book } = await excelUnderTest();
    const read = await run(async (context, sheet) => {
      const { pageLayout } = sheet;
      pageLayout.orientation = 'Landscape';
      pageLayout.paperSize = 'A4';
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.centerHorizontally = true;
      pageLayout.setPrintMargins('Centimeters', { top: 2.54 });
      pageLayout.setPrintArea('A1:P20');
      pageLayout.setPrintTitleRows('$4:$4');
      pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页，共 &N 页';
      sheet.freezePanes.freezeAt(sheet.getRange('A1:B4'));
      sheet.showGridlines = false;
      sheet.customProperties.add('台账版本', '1');
      const area = pageLayout.getPrintAreaOrNullObject().load('address');
      const rows = pageLayout.getPrintTitleRowsOrNullObject().load('address');
      const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
      const version = sheet.customProperties.getItemOrNullObject('台账版本').load('value');
      pageLayout.load('orientation,paperSize,zoom,topMargin');
      await context.sync();
      return [area.address, rows.address, frozen.address, version.value, pageLayout.orientation, pageLayout.paperSize, pageLayout.zoom, pageLayout.topMargin];
    });
    expect(read).toEqual(['Sheet1!A1:P20', 'Sheet1!4:4', 'Sheet1!A1:B4', '1', 'Landscape', 'A4', { horizontalFitToPages: 1 }, 72]);
    expect(book.sheets[0]).toMatchObject({ frozen: { rows: 4, columns: 2 }, showGridlines: false, page: { fit: { wide: 1 }, footer: { center: '第 &P 页，共 &N 页' } } });
  });
});
