// What the grid shows of a cell is what the book says, after number format, table style and conditional rules.
import { cellPictureAt } from '../../../src/workbench/view/cellPicture';
import { univerCell } from '../../../src/workbench/view/univerCell';
import { bookForView, write } from './books';

describe('a cell in the grid', () => {
  test('[W] shows its text through the number format, on Excel’s own side', () => {
    const { book, sheet } = bookForView();
    write(book, sheet, 0, 0, [['文字', 12.5, '2021年9月', true, '=1/0', '=TODAY()']]);
    book.restyle(sheet.id, { top: 0, left: 5, bottom: 0, right: 5 }, { numberFormat: 'yyyy/m/d' });
    const pictures = [0, 1, 2, 3, 4, 5].map((column) => cellPictureAt(book, sheet, 0, column));
    expect(pictures.map((each) => each?.text)).toEqual(['文字', '12.5', '2021年9月', 'TRUE', '#DIV/0!', '2021/4/20']);
    expect(pictures.map((each) => each?.align)).toEqual(['left', 'right', 'right', 'center', 'center', 'right']);
  });

  test('[W] an alignment of its own wins', () => {
    const { book, sheet } = bookForView();
    write(book, sheet, 0, 0, [[1]]);
    book.restyle(sheet.id, { top: 0, left: 0, bottom: 0, right: 0 }, { horizontal: 'Center' });
    expect(cellPictureAt(book, sheet, 0, 0)?.align).toBe('center');
  });

  test('[W] is nothing where there is nothing to see, and something where there is only a fill', () => {
    const { book, sheet } = bookForView();
    expect(cellPictureAt(book, sheet, 5, 5)).toBeUndefined();
    book.restyle(sheet.id, { top: 5, left: 5, bottom: 5, right: 5 }, { fillColor: '#FFFF00' });
    expect(cellPictureAt(book, sheet, 5, 5)).toMatchObject({ text: '', style: { fillColor: '#FFFF00' } });
  });

  test('[W] takes the colours of a conditional rule, and gives them back when the rule no longer holds', () => {
    const { book, sheet } = bookForView();
    write(book, sheet, 0, 0, [['逾期']]);
    book.addRule(sheet.id, { areas: [{ top: 0, left: 0, bottom: 3, right: 0 }], stopIfTrue: false, rule: { type: 'custom', formula: '$A1="逾期"' }, look: { fillColor: '#FFC7CE', fontColor: '#9C0006' } });
    expect(cellPictureAt(book, sheet, 0, 0)?.style).toMatchObject({ fillColor: '#FFC7CE', fontColor: '#9C0006' });
    book.enter(sheet.id, 0, 0, '正常');
    expect(cellPictureAt(book, sheet, 0, 0)?.style.fillColor).toBe('');
  });

  test('[W] takes what a table style gives where it has no look of its own', () => {
    const { book, sheet } = bookForView();
    write(book, sheet, 0, 0, [['甲', '乙'], [1, 2], [3, 4]]);
    const table = book.addTable(sheet.id, { top: 0, left: 0, bottom: 2, right: 1 }, true);
    table.style = 'TableStyleMedium2';
    book.restyle(sheet.id, { top: 1, left: 1, bottom: 1, right: 1 }, { fillColor: '#FF0000' });
    expect(cellPictureAt(book, sheet, 0, 0)?.style).toMatchObject({ fillColor: '#4472C4', fontColor: '#FFFFFF', bold: true });
    expect(cellPictureAt(book, sheet, 1, 0)?.style.fillColor).toBe('#DAE3F3');
    expect(cellPictureAt(book, sheet, 1, 1)?.style.fillColor).toBe('#FF0000');
    expect(cellPictureAt(book, sheet, 2, 0)?.style.fillColor).toBe('');
  });

  test('[W] reaches Univer as plain text, never as a formula, and a number without room as ####', () => {
    const { book, sheet } = bookForView();
    write(book, sheet, 0, 0, [['=1+2', "'=1+2"]]);
    const [number, text] = [0, 1].map((column) => cellPictureAt(book, sheet, 0, column));
    if (!number || !text) throw new Error('both cells are filled');
    expect(univerCell(number, true)).toMatchObject({ v: '3', t: 1 });
    expect(univerCell(number, false).v).toBe('########');
    expect(univerCell(text, true)).toMatchObject({ v: '=1+2', t: 1 });
    expect(univerCell(text, true)).not.toHaveProperty('f');
  });

  test('[W] keeps borders, wrapping, font and indent', () => {
    const { book, sheet } = bookForView();
    write(book, sheet, 0, 0, [['字']]);
    book.restyle(sheet.id, { top: 0, left: 0, bottom: 0, right: 0 }, { wrap: true, vertical: 'Center', fontName: '仿宋', fontSize: 14, indent: 2, bottom: { line: 'Continuous', weight: 'Medium', color: '#112233' } });
    const picture = cellPictureAt(book, sheet, 0, 0);
    if (!picture) throw new Error('the cell is filled');
    expect(univerCell(picture, true).s).toMatchObject({ fs: 14, tb: 3, vt: 2, pd: { l: 18 }, bd: { b: { s: 8, cl: { rgb: '#112233' } } } });
    expect(univerCell(picture, true).s).toHaveProperty('ff', expect.stringMatching(/^仿宋, Sheet Serif/));
  });
});
