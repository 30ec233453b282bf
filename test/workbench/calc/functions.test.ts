// Worksheet functions against the results that Microsoft's page of each function documents, and against Excel's rules of coercion.
import { createCalc } from '../../../src/workbench/calc';
import { functionNames } from '../../../src/workbench/calc/functionTable';
import { EXCEL_FUNCTION_NAMES } from '../../../src/workbench/calc/excelFunctionNames';
import { asBook, SmallBook } from './smallBook';

const NA = { error: '#N/A' };
const VALUE = { error: '#VALUE!' };
const NUM = { error: '#NUM!' };
const DIV0 = { error: '#DIV/0!' };
const REF = { error: '#REF!' };

const calc = createCalc({ today: () => 44_469.75 }); // 2021-09-30 18:00
const book = new SmallBook({
  数据: {
    A1: '苹果', A2: '橙子', A3: '香蕉', A4: '苹果', A6: 'x*y',
    B1: 25, B2: 38, B3: 40, B4: 41, B5: '7', B6: true,
    C1: 1, C2: 2, C3: 3, C4: 5, C5: 8,
    D1: '=1/0', D2: '', D3: '=""', D4: '外贸科', D5: '对外贸易科',
    E1: 44_469, E2: '2021-09-30', E3: '2021年9月',
  },
});
book.load(calc);
const value = (formula: string, row = 0, column = 20): unknown => calc.evaluate(asBook(book), formula, { sheet: '数据', row, column });

describe('operators and coercion', () => {
  test.each<[string, unknown]>([
    ['=-2^2', 4], ['=2^-1', 0.5], ['=2^3^2', 64], ['=50%', 0.5], ['=10-2-3', 5], ['="3"+4', 7], ['="2021/9/30"+0', 44_469], ['="1,234"*1', 1234], ['="12%"*1', 0.12],
    ['="甲"+1', VALUE], ['=TRUE+1', 2], ['=Z9+1', 1], ['=Z9&"x"', 'x'], ['=Z9=0', true], ['=Z9=""', true], ['=Z9=FALSE', true], ['=1/0', DIV0], ['=0^0', NUM], ['=10^400', NUM],
    ['="a"="A"', true], ['="1"=1', false], ['=1<"1"', true], ['="z"<TRUE', true], ['=FALSE<TRUE', true], ['=0.1+0.2=0.3', true], ['=0.3-0.1-0.2', 0],
    ['=TRUE&1', 'TRUE1'], ['=1.50&""', '1.5'], ['=1/3&""', '0.333333333333333'], ['=100000000000&""', '100000000000'], ['=-(1)&""', '-1'], ['=1E+21&""', '1E+21'], ['=0.1+0.2&""', '0.3'],
    ['=#N/A', NA], ['=1+#N/A', NA], ['=SUM(1,#REF!)', REF], ['={1,2;3,4}', 1], ['=SUM({1,2;3,4}*2)', 20], ['=+"甲"', '甲'], ['=--"5"', 5],
    ['="港口"<"外贸"', true], ['="z"<"啊"', true], ['="a1"<"a啊"', true],
  ])('[W] %s', (formula, expected) => {
    expect(value(formula)).toEqual(expected);
  });
  test('[W] implicit intersection takes the cell of the same row', () => {
    expect(value('=@B1:B4*10', 2)).toBe(400);
    expect(value('=@B1:B4', 9)).toEqual(VALUE);
  });
});

describe('logic and information', () => {
  test.each<[string, unknown]>([
    ['=IF(TRUE,1/1,1/0)', 1], ['=IF(FALSE,1/0)', false], ['=IF(1,)', 0], ['=IF("true",1,2)', 1], ['=IF("是",1,2)', VALUE], ['=IF(D1,1,2)', DIV0],
    ['=IFS(FALSE,1,TRUE,2)', 2], ['=IFS(FALSE,1)', NA], ['=IFERROR(D1,"错")', '错'], ['=IFERROR(Z9,"错")', 0], ['=IFNA(D1,1)', DIV0], ['=IFNA(NA(),1)', 1],
    ['=SWITCH(2,1,"一",2,"二","无")', '二'], ['=SWITCH(9,1,"一","无")', '无'], ['=SWITCH(9,1,"一")', NA], ['=SWITCH("A","a",1)', 1], ['=CHOOSE(2,"甲","乙")', '乙'], ['=CHOOSE(3,"甲","乙")', VALUE],
    ['=AND(TRUE,1,"TRUE")', true], ['=AND(B1:B6)', true], ['=AND(A1:A4)', VALUE], ['=OR(FALSE,0)', false], ['=OR(1/0,TRUE)', DIV0], ['=XOR(TRUE,TRUE,TRUE)', true], ['=NOT(0)', true], ['=TRUE()', true],
    ['=ISBLANK(Z9)', true], ['=ISBLANK(D3)', false], ['=ISNUMBER(E1)', true], ['=ISNUMBER(E2)', false], ['=ISTEXT(A1)', true], ['=ISNONTEXT(Z9)', true], ['=ISLOGICAL(B6)', true],
    ['=ISERROR(D1)', true], ['=ISERR(NA())', false], ['=ISNA(NA())', true], ['=N("7")', 0], ['=N(TRUE)', 1], ['=T(5)', ''], ['=TYPE("a")', 2], ['=TYPE({1,2})', 64], ['=TYPE(D1)', 16], ['=ERROR.TYPE(D1)', 2],
    ['=SUM(IF(B1:B4>38,B1:B4,0))', 81],
  ])('[W] %s', (formula, expected) => {
    expect(value(formula)).toEqual(expected);
  });
});

describe('numbers', () => {
  test.each<[string, unknown]>([
    ['=SUM(B1:B6)', 144], ['=SUM("3",TRUE)', 4], ['=SUM(B5,B6)', 0], ['=SUM("甲")', VALUE], ['=AVERAGE(B1:B4)', 36], ['=AVERAGE(A1:A4)', DIV0], ['=MIN(A1:A4)', 0], ['=MAX(B1:B6,50)', 50],
    ['=COUNT(B1:B6)', 4], ['=COUNT("7",TRUE,"x",)', 3], ['=COUNTA(A1:A6)', 5], ['=COUNTA(D1:D5)', 5], ['=COUNTBLANK(D1:D6)', 3], ['=COUNTBLANK(A1:A6)', 1],
    ['=COUNTIF(A1:A4,"苹果")', 2], ['=COUNTIF(B1:B4,">38")', 2], ['=COUNTIF(B1:B4,"<>"&B1)', 3], ['=COUNTIF(A1:A6,"*果")', 2], ['=COUNTIF(A1:A6,"x~*y")', 1], ['=COUNTIF(A1:A6,"??")', 4],
    ['=COUNTIF(B1:B6,7)', 1], ['=COUNTIF(B1:B6,"=7")', 1], ['=COUNTIF(A1:A6,"")', 1], ['=COUNTIF(D1:D6,"")', 3], ['=COUNTIF(D1:D6,"=")', 1], ['=COUNTIF(D1:D6,"<>")', 5], ['=COUNTIF(A:A,"")', 1_048_571],
    ['=COUNTIF(D1:D6,"#DIV/0!")', 1], ['=COUNTIF(B1:B6,TRUE)', 1], ['=COUNTIF(E1:E3,"2021/9/30")', 2], ['=COUNTIF(A1:A4,Z9)', 0],
    ['=COUNTIFS(A1:A4,"苹果",B1:B4,">30")', 1], ['=COUNTIFS(A1:A4,"苹果",B1:B3,">30")', VALUE], ['=SUMIF(A1:A4,"苹果",B1:B4)', 66], ['=SUMIF(A1:A4,"苹果",B1)', 66], ['=SUMIF(B1:B4,">38")', 81],
    ['=SUMIFS(B1:B4,A1:A4,"苹果",C1:C4,">1")', 41], ['=SUMIFS(B1:B4,A1:A3,"苹果")', VALUE], ['=AVERAGEIF(A1:A4,"苹果",B1:B4)', 33], ['=AVERAGEIF(A1:A4,"梨",B1:B4)', DIV0], ['=MAXIFS(B1:B4,A1:A4,"苹果")', 41],
    ['=SUMPRODUCT(B1:B4,C1:C4)', 426], ['=SUMPRODUCT((A1:A4="苹果")*B1:B4)', 66], ['=SUMPRODUCT(--(LEN(A1:A4)=2))', 4], ['=SUMPRODUCT(B1:B4,C1:C3)', VALUE], ['=SUMPRODUCT(COUNTIF(A1:A4,{"苹果","橙子"}))', 3],
    ['=SUMPRODUCT((A1:A4<>"")/COUNTIF(A1:A4,A1:A4&""))', 3],
    ['=ABS(-3)', 3], ['=INT(-8.9)', -9], ['=TRUNC(-8.9)', -8], ['=TRUNC(8.19,1)', 8.1], ['=ROUND(2.15,1)', 2.2], ['=ROUND(-1.475,2)', -1.48], ['=ROUND(1.005,2)', 1.01], ['=ROUND(21.5,-1)', 20], ['=ROUND(626.3,-3)', 1000],
    ['=ROUNDUP(3.2,0)', 4], ['=ROUNDUP(-3.14159,1)', -3.2], ['=ROUNDUP(31415.92654,-2)', 31500], ['=ROUNDDOWN(3.2,0)', 3], ['=ROUNDDOWN(-3.14159,1)', -3.1],
    ['=MOD(3,2)', 1], ['=MOD(-3,2)', 1], ['=MOD(3,-2)', -1], ['=MOD(1,0)', DIV0], ['=SIGN(-5)', -1], ['=POWER(5,2)', 25], ['=SQRT(-1)', NUM],
    ['=CEILING(2.5,1)', 3], ['=CEILING(-2.5,-2)', -4], ['=CEILING(-2.5,2)', -2], ['=CEILING(1.5,0.1)', 1.5], ['=CEILING(0.234,0.01)', 0.24], ['=FLOOR(3.7,2)', 2], ['=FLOOR(-2.5,-2)', -2], ['=FLOOR(2.5,-2)', NUM], ['=FLOOR(0.234,0.01)', 0.23],
    ['=LARGE(B1:B4,2)', 40], ['=SMALL(B1:B4,1)', 25], ['=SMALL(B1:B4,9)', NUM], ['=RANK(40,B1:B4)', 2], ['=RANK(40,B1:B4,1)', 3], ['=RANK(1,B1:B4)', NA], ['=MEDIAN(B1:B4)', 39], ['=SUBTOTAL(9,B1:B4)', 144], ['=SUBTOTAL(103,A1:A6)', 5],
  ])('[W] %s', (formula, expected) => {
    expect(value(formula)).toEqual(expected);
  });
  test('[W] SUBTOTAL leaves out other subtotals and hidden rows', () => {
    const small = new SmallBook({ 一: { A1: 1, A2: 2, A3: '=SUBTOTAL(9,A1:A2)', A4: 4, A5: '=SUBTOTAL(9,A1:A4)', A6: '=SUBTOTAL(109,A1:A4)' } });
    small.sheet('一').rows.set(1, { hidden: true });
    small.load(calc);
    expect([small.value('一', 'A5'), small.value('一', 'A6')]).toEqual([7, 5]);
    book.load(calc);
  });
});

describe('text', () => {
  test.each<[string, unknown]>([
    ['=LEFT("任务台账",2)', '任务'], ['=LEFT("任务")', '任'], ['=LEFT("a",-1)', VALUE], ['=RIGHT("任务台账",2)', '台账'], ['=RIGHT("a",0)', ''], ['=MID("任务台账",2,2)', '务台'], ['=MID("a",0,1)', VALUE], ['=MID("a",5,1)', ''],
    ['=LEN("任务 ")', 3], ['=LENB("任务a")', 5], ['=FIND("m","Miriam McGovern")', 6], ['=FIND("M","Miriam McGovern",3)', 8], ['=FIND("","abc")', 1], ['=FIND("x","abc")', VALUE], ['=SEARCH("E","Statements",6)', 7], ['=SEARCH("?务","任务")', 1], ['=SEARCH("~?","a?")', 2],
    ['=SUBSTITUTE("Quarter 1, 2008","1","2",1)', 'Quarter 2, 2008'], ['=SUBSTITUTE("Quarter 1, 2011","1","2",3)', 'Quarter 1, 2012'], ['=SUBSTITUTE("a、b、c","、","")', 'abc'], ['=LEN("甲、乙、丙")-LEN(SUBSTITUTE("甲、乙、丙","、",""))', 2],
    ['=REPLACE("abcdefghijk",6,5,"*")', 'abcde*k'], ['=TRIM("  a   b ")', 'a b'], ['=TRIM("　甲")', '　甲'], ['=CLEAN("a"&CHAR(10)&"b")', 'ab'], ['=UPPER("aé")', 'AÉ'], ['=PROPER("2-way street, o\'neil")', "2-Way Street, O'Neil"], ['=EXACT("a","A")', false],
    ['=CONCATENATE("a",1,TRUE)', 'a1TRUE'], ['=CONCAT(A1:A3)', '苹果橙子香蕉'], ['=TEXTJOIN("、",TRUE,A1:A6)', '苹果、橙子、香蕉、苹果、x*y'], ['=TEXTJOIN(",",FALSE,"a","","b")', 'a,,b'], ['=REPT("-*",3)', '-*-*-*'], ['=REPT("a",40000)', VALUE],
    ['=TEXT(44469,"yyyy年m月d日")', '2021年9月30日'], ['=TEXT(44469,"yyyy-mm")', '2021-09'], ['=TEXT(0.285,"0.0%")', '28.5%'], ['=TEXT(1234.567,"#,##0.00")', '1,234.57'], ['=TEXT("2021/9/30","m月")', '9月'], ['=TEXT("甲","0")', '甲'], ['=TEXT(1234567,"000")', '1234567'], ['=TEXT(44469,"aaaa")', '星期四'], ['=TEXT(-1,"yyyy")', VALUE],
    ['=VALUE("$1,000")', 1000], ['=VALUE("16:48:00")-VALUE("12:00:00")', 0.2], ['=VALUE("甲")', VALUE], ['=VALUE("")', VALUE], ['=CHAR(65)', 'A'], ['=CHAR(0)', VALUE], ['=CODE("A")', 65], ['=UNICHAR(20219)', '任'], ['=UNICODE("任")', 20219],
    ['=FIXED(1234.567,1)', '1,234.6'], ['=FIXED(1234.567,-1)', '1,230'], ['=FIXED(-1234.567,-1,TRUE)', '-1230'], ['=ASC("Ａ１")', 'A1'],
  ])('[W] %s', (formula, expected) => {
    const got = value(formula);
    if (typeof expected === 'number' && typeof got === 'number') expect(got).toBeCloseTo(expected, 12);
    else expect(got).toEqual(expected);
  });
});

describe('days', () => {
  test.each<[string, unknown]>([
    ['=DATE(2021,9,30)', 44_469], ['=DATE(2021,2,30)', 44_257], ['=DATE(2021,10,0)', 44_469], ['=DATE(108,1,2)', 39_449], ['=DATE(2008,14,2)', 39_846], ['=DATE(2008,-3,2)', 39_327], ['=DATE(1900,1,1)', 1], ['=DATE(-1,1,1)', NUM],
    ['=TODAY()', 44_469], ['=NOW()', 44_469.75], ['=YEAR(44469)', 2021], ['=MONTH("2021年9月30日")', 9], ['=DAY(60)', 29], ['=YEAR(-1)', NUM], ['=WEEKDAY(44469)', 5], ['=WEEKDAY(44469,2)', 4], ['=WEEKDAY(44469,3)', 3], ['=WEEKDAY(44469,16)', 6],
    ['=EOMONTH(44469,0)', 44_469], ['=EOMONTH(DATE(2021,1,31),1)', 44_255], ['=EOMONTH(DATE(2011,1,1),-3)', 40_482], ['=EDATE(DATE(2021,1,31),1)', 44_255], ['=EDATE(DATE(2011,1,15),-1)', 40_527],
    ['=DATEVALUE("2011/2/23")', 40_597], ['=DATEVALUE("2021年9月")', 44_440], ['=DATEVALUE("7月5日")', 44_382], ['=DATEVALUE("甲")', VALUE], ['=DATEVALUE("123")', VALUE], ['=TIMEVALUE("2:24")', 0.1],
    ['=DATEDIF(DATE(2001,1,1),DATE(2003,1,1),"Y")', 2], ['=DATEDIF(DATE(2001,6,1),DATE(2002,8,15),"D")', 440], ['=DATEDIF(DATE(2001,6,1),DATE(2002,8,15),"YD")', 75], ['=DATEDIF(DATE(2021,1,31),DATE(2021,3,30),"M")', 1], ['=DATEDIF(2,1,"D")', NUM],
    ['=DAYS("2021/9/30","2021/9/1")', 29], ['=NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1))', 110], ['=NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1),DATE(2012,11,22))', 109], ['=WORKDAY(DATE(2008,10,1),151)', 39_933], ['=WORKDAY(DATE(2021,6,20)+1,-1)', 44_365],
    ['=NETWORKDAYS.INTL(DATE(2006,1,1),DATE(2006,2,1),7,{"2006/1/2","2006/1/16"})', 22], ['=WORKDAY.INTL(DATE(2012,1,1),90,11)', 41_013], ['=NETWORKDAYS.INTL(DATE(2006,1,1),DATE(2006,2,1),"0010001",{"2006/1/2","2006/1/16"})', 20],
    ['=TIME(12,0,0)', 0.5], ['=HOUR(0.75)', 18], ['=MINUTE("12:45")', 45], ['=SECOND("4:48:18 PM")', 18], ['=WEEKNUM(DATE(2012,3,9))', 10], ['=WEEKNUM(DATE(2012,3,9),2)', 11], ['=ISOWEEKNUM(DATE(2012,3,9))', 10], ['=DAYS360(DATE(2011,1,30),DATE(2011,2,1))', 1],
  ])('[W] %s', (formula, expected) => {
    const got = value(formula);
    if (typeof expected === 'number' && typeof got === 'number') expect(got).toBeCloseTo(expected, 10);
    else expect(got).toEqual(expected);
  });
  test('[W] in a book of the 1904 system days count from 1904', () => {
    const old = new SmallBook({ 一: { A1: '=DATE(2021,9,30)', A2: '=YEAR(A1)', A3: '=WEEKDAY(A1)', A4: '=TODAY()' } });
    old.date1904 = true;
    old.load(calc);
    expect(['A1', 'A2', 'A3', 'A4'].map((at) => old.value('一', at))).toEqual([43_007, 2021, 5, 43_007]);
    book.load(calc);
  });
});

describe('looking up', () => {
  test.each<[string, unknown]>([
    ['=MATCH(39,B1:B4,1)', 2], ['=MATCH(41,B1:B4,0)', 4], ['=MATCH(40,B1:B4,-1)', NA], ['=MATCH("香*",A1:A4,0)', 3], ['=MATCH("X~*Y",A1:A6,0)', 6], ['=MATCH(7,B1:B5,0)', NA], ['=MATCH("7",B1:B5,0)', 5], ['=MATCH(2,{9,5,2,1},-1)', 3], ['=MATCH("梨",A1:A4,0)', NA], ['=MATCH(0,Z1:Z9,0)', NA],
    ['=INDEX(A1:B4,2,2)', 38], ['=INDEX(A1:A4,3)', '香蕉'], ['=INDEX(A1:B1,2)', 25], ['=INDEX(A1:B4,9,1)', REF], ['=SUM(INDEX(A1:C4,0,3))', 11], ['=SUM(INDEX(B1:C4,2,0))', 40], ['=INDEX({1,2;3,4},2,1)', 3],
    ['=VLOOKUP("橙子",A1:C4,3,FALSE)', 2], ['=VLOOKUP("橙*",A1:C4,2,0)', 38], ['=VLOOKUP(4,C1:C5,1)', 3], ['=VLOOKUP(0,C1:C5,1)', NA], ['=VLOOKUP("梨",A1:C4,2,FALSE)', NA], ['=VLOOKUP("橙子",A1:C4,4,FALSE)', REF], ['=VLOOKUP("橙子",A1:C4,0,FALSE)', VALUE], ['=VLOOKUP("x",{"x","甲";"y","乙"},2,0)', '甲'],
    ['=HLOOKUP(25,B1:C3,2,FALSE)', 38], ['=LOOKUP(4,C1:C5,A1:A5)', '香蕉'], ['=LOOKUP(9,C1:C5)', 8], ['=LOOKUP(0,C1:C5)', NA], ['=LOOKUP(1,0/(B1:B4>38),A1:A4)', '苹果'], ['=LOOKUP("座",{"a","b"})', 'b'],
    ['=XLOOKUP("香蕉",A1:A4,B1:B4)', 40], ['=XLOOKUP("梨",A1:A4,B1:B4,"无")', '无'], ['=XLOOKUP(4,C1:C5,A1:A5,,-1)', '香蕉'], ['=XLOOKUP("苹果",A1:A4,B1:B4,,0,-1)', 41], ['=XMATCH(4,C1:C5,1)', 4],
    ['=ROW()', 1], ['=COLUMN()', 21], ['=ROW(B7)', 7], ['=ROWS(A1:B4)', 4], ['=COLUMNS(A1:B4)', 2], ['=SUMPRODUCT(ROW(A1:A4)*1)', 10],
    ['=SUM(OFFSET(B1,1,0,2))', 78], ['=OFFSET(A1,-1,0)', REF], ['=SUM(OFFSET(B4,0,0,-2,1))', 81], ['=INDIRECT("B"&2)', 38], ['=INDIRECT("数据!B2")', 38], ['=INDIRECT("不是")', REF], ['=ADDRESS(2,3)', '$C$2'], ['=ADDRESS(2,3,2)', 'C$2'], ['=ADDRESS(2,3,1,TRUE,"设 置")', "'设 置'!$C$2"], ['=SUM(TRANSPOSE(B1:B4))', 144],
  ])('[W] %s', (formula, expected) => {
    expect(value(formula)).toEqual(expected);
  });
  test('[W] many equal lookups give what single ones give', () => {
    const cells: Record<string, string | number> = {};
    for (let row = 1; row <= 60; row++) {
      cells[`A${row}`] = row % 7 === 0 ? `键${row % 20}` : row % 20;
      cells[`B${row}`] = row;
      cells[`C${row}`] = `=IFERROR(VLOOKUP(A${row},$A$1:$B$60,2,FALSE),0)`;
      cells[`D${row}`] = `=COUNTIF($A$1:$A$60,A${row})*1000+SUMIFS($B$1:$B$60,$A$1:$A$60,A${row})`;
    }
    const many = new SmallBook({ 一: cells }).load(calc);
    for (let row = 1; row <= 60; row++) {
      const at = { sheet: '一', row: 0, column: 9 };
      expect(many.value('一', `C${row}`)).toEqual(calc.evaluate(asBook(many), String(cells[`C${row}`]), at));
      expect(many.value('一', `D${row}`)).toEqual(calc.evaluate(asBook(many), String(cells[`D${row}`]), at));
    }
    book.load(calc);
  });
});

test('[W] every function that is computed is one that Excel has', () => {
  expect(functionNames().filter((name) => !EXCEL_FUNCTION_NAMES.has(name))).toEqual([]);
  expect(functionNames().length).toBeGreaterThan(140);
});
