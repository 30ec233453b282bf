// Formulas as Excel shows them and as files write them: newer functions carry a prefix in files, and "this row" of a table is spelt out.
// Knows the spelling only, never what a formula gives.
import { parse, parseStructRef, stringifyStructRef, tokenize, translateFormulaToA1, translateFormulaToR1C1, type AstExpression, type Identifier } from '@borgar/fx/xlsx';

/**
 * Functions that came after Excel 2007 and are written _xlfn.NAME in files (the "future functions" of MS-XLSX 2.2.2).
 * NETWORKDAYS.INTL, WORKDAY.INTL, ISO.CEILING and the like are not among them.
 */
const FUTURE = new Set((
  'ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR '
  + 'BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT '
  + 'CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST '
  + 'F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY '
  + 'FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT '
  + 'IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT '
  + 'MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC '
  + 'PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE '
  + 'SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S STOCKHISTORY SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE '
  + 'TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH '
  + 'XOR Z.TEST'
).split(' '));
const WORKSHEET_FUTURE = new Set(['FILTER', 'SORT']);

/** Whether a bracket may stand outside of texts in quotes; the name of a sheet may hold a quote of its own, so with apostrophes nothing is ruled out. */
function hasBrackets(body: string): boolean {
  return body.includes('[') && (body.includes("'") || body.split('"').some((part, index) => index % 2 === 0 && part.includes('[')));
}

/** Whether the text calls a function that files write with a prefix; a word in quotes may be taken for one, which does no harm. */
function callsFuture(body: string): boolean {
  for (let end = body.indexOf('('); end >= 0; end = body.indexOf('(', end + 1)) {
    let start = end;
    while (start > 0 && isNameSign(body.charCodeAt(start - 1))) start--;
    if (start === end) continue;
    const name = body.slice(start, end).toUpperCase();
    if (FUTURE.has(name) || WORKSHEET_FUTURE.has(name)) return true;
  }
  return false;
}

function isNameSign(code: number): boolean {
  const folded = code | 32;
  return (folded >= 97 && folded <= 122) || (code >= 48 && code <= 57) || code === 46;
}

/** Names that LET and LAMBDA make up inside a formula: files write them _xlpm.name. */
function inventedNames(formula: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (!/\b(?:LET|LAMBDA)\(/i.test(formula)) return names;
  // What is called is typed as a name, but may be a LAMBDA called on the spot
  const visit = (node: AstExpression | Identifier): void => {
    if (node.type === 'LetExpression') {
      for (const one of node.declarations) {
        names.add(one.id.name.toLowerCase());
        if (one.init) visit(one.init);
      }
      if (node.body) visit(node.body);
    } else if (node.type === 'LambdaExpression') {
      for (const one of node.params) names.add(one.name.toLowerCase());
      if (node.body) visit(node.body);
    } else if ('arguments' in node) {
      if (node.type === 'CallExpression') visit(node.callee);
      for (const each of node.arguments) if (each) visit(each);
    }
  };
  visit(parse(tokenize(formula)));
  return names;
}

/** A formula (with =) as a file writes it (without). `table` is the table in which the formula stands: [@列] becomes 表[[#This Row],[列]]. */
export function formulaForFile(formula: string, table?: string): string {
  const body = formula.startsWith('=') ? formula.slice(1) : formula;

  // Nothing to translate: no brackets, no function that needs a prefix.
  if (!hasBrackets(body) && !callsFuture(body)) return body;
  const invented = inventedNames(`=${body}`);
  let text = '';
  for (const { type, value } of tokenize(`=${body}`)) {
    if (type === 'fx_prefix') continue;
    const upper = value.toUpperCase();
    if (type === 'func' && FUTURE.has(upper)) text += `_xlfn.${upper}`;
    else if (type === 'func' && WORKSHEET_FUTURE.has(upper)) text += `_xlfn._xlws.${upper}`;
    else if (type === 'structured') text += structuredForFile(value, table);
    else if (type === 'range_named' && invented.has(value.toLowerCase())) text += `_xlpm.${value}`;
    else text += value;
  }
  return text;
}

function structuredForFile(value: string, table: string | undefined): string {
  const ref = parseStructRef(value);
  if (!ref) return value;
  return stringifyStructRef(ref.table || table === undefined ? ref : { ...ref, table }, { thisRow: true });
}

/** A formula of a file as Excel shows it, with =; inside its own table 表[[#This Row],[列]] becomes [@列]. */
export function formulaForScreen(text: string, table?: string): string {
  if (!text.includes('_xl') && !hasBrackets(text)) return `=${text}`;
  let shown = '';
  for (const { type, value } of tokenize(`=${text}`)) {
    if (type === 'func') shown += value.replace(/^_xlfn\./i, '').replace(/^_xlws\./i, '');
    else if (type === 'range_named') shown += value.replace(/^_xlpm\./i, '');
    else if (type === 'structured') shown += structuredForScreen(value, table);
    else shown += value;
  }
  return shown;
}

function structuredForScreen(value: string, table: string | undefined): string {
  const ref = parseStructRef(value);
  if (!ref?.sections?.includes('this row')) return value;
  const own = table !== undefined && ref.table?.toLowerCase() === table.toLowerCase();
  return stringifyStructRef(own ? { ...ref, table: '' } : ref);
}

/** The formula that a cell takes from a shared one, which files write once for a whole block. All formulas as in files, without =. */
export class SharedFormula {
  private readonly relative: string;

  constructor(formula: string, at: string) {
    this.relative = translateFormulaToR1C1(`=${formula}`, at);
  }

  at(cell: string): string {
    return translateFormulaToA1(this.relative, cell).slice(1);
  }
}
