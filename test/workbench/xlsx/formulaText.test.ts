// The spelling of formulas in files and on the screen, both ways.
import { formulaForFile, formulaForScreen, SharedFormula } from '../../../src/workbench/xlsx/formulaText';

describe('[W] formulas in files', () => {
  test.each([
    ['=[@完成时限]', '任务台账[[#This Row],[完成时限]]'],
    ['=IF([@[a b]]<TODAY(),SUM(任务台账[剩余天数]),"[@不动]")', 'IF(任务台账[[#This Row],[a b]]<TODAY(),SUM(任务台账[剩余天数]),"[@不动]")'],
    ["=[@[a'#b]]&[@[甲]:[乙]]", "任务台账[[#This Row],[a'#b]]&任务台账[[#This Row],[甲]:[乙]]"],
    ['=COUNTA(任务台账[[#Headers],[编号]])', 'COUNTA(任务台账[[#Headers],[编号]])'],
    ['=SUBSTITUTE([@a],"[","")', 'SUBSTITUTE(任务台账[[#This Row],[a]],"[","")'],
    [`='6"'!A1&[@a]`, `'6"'!A1&任务台账[[#This Row],[a]]`],
    ['=SUBSTITUTE(A1,"[","")', 'SUBSTITUTE(A1,"[","")'],
    ['=名册[@姓名]', '名册[[#This Row],[姓名]]'],
  ])('[W] inside the table, %s is written %s and read back', (screen, file) => {
    expect(formulaForFile(screen, '任务台账')).toBe(file);
    expect(formulaForScreen(file, '任务台账')).toBe(screen);
  });

  test('[W] outside of its table, "this row" keeps the name of the table', () => {
    expect(formulaForScreen('任务台账[[#This Row],[完成时限]]')).toBe('=任务台账[@完成时限]');
    expect(formulaForScreen('任务台账[[#This Row],[完成时限]]', '名册')).toBe('=任务台账[@完成时限]');
    expect(formulaForFile('=任务台账[@完成时限]')).toBe('任务台账[[#This Row],[完成时限]]');
  });

  test.each([
    ['=ifs(A1,TEXTJOIN("、",TRUE,CONCAT(B1)))', '_xlfn.IFS(A1,_xlfn.TEXTJOIN("、",TRUE,_xlfn.CONCAT(B1)))', '=IFS(A1,TEXTJOIN("、",TRUE,CONCAT(B1)))'],
    ['=XLOOKUP(1,A:A,B:B)&"IFS("', '_xlfn.XLOOKUP(1,A:A,B:B)&"IFS("', undefined],
    ['=SORT(FILTER(A1:A3,B1:B3))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A3,B1:B3))', undefined],
    ["='IFS(1)'!A1+SUMIFS(A:A,B:B,1)+NETWORKDAYS.INTL(A1,B1)", "'IFS(1)'!A1+SUMIFS(A:A,B:B,1)+NETWORKDAYS.INTL(A1,B1)", undefined],
    ['=LET(甲,A1,LAMBDA(x,x+甲)(2))', '_xlfn.LET(_xlpm.甲,A1,_xlfn.LAMBDA(_xlpm.x,_xlpm.x+_xlpm.甲)(2))', undefined],
    ['=STDEV.S(A1:A2)+DAYS(A1,B1)+DAYS360(A1,B1)', '_xlfn.STDEV.S(A1:A2)+_xlfn.DAYS(A1,B1)+DAYS360(A1,B1)', undefined],
  ])('[W] newer functions carry their prefix: %s', (screen, file, back) => {
    expect(formulaForFile(screen)).toBe(file);
    expect(formulaForScreen(file)).toBe(back ?? screen);
  });

  test('[W] a shared formula moves its relative references, and only those', () => {
    const shared = new SharedFormula('A1+$B$1+C$1+\'我 的\'!A2&"A1"+表[[#This Row],[列]]', 'D1');
    expect(shared.at('E3')).toBe('B3+$B$1+D$1+\'我 的\'!B4&"A1"+表[[#This Row],[列]]');
  });
});
