// What is said of a matrix, a list of people and a notice as they were read: problems, guesses with their reasons, what was left out and why (I1–I5).
// Texts of the person's own are quoted; nothing here decides anything.
import type { ColumnUse, GuessReason, LeftOutReason, MatrixGuess, RowUse } from '../core/matrixReading';
import type { NoticeField, NoticeGuess } from '../core/notice';
import type { Problem } from '../core/problem';
import type { RosterGuess, RosterGuessReason } from '../core/rosterText';
import { titleOf } from './fields';
import { quote, sayWhere } from './place';

type Sentence = (problem: Problem) => string;

const text = (problem: Problem, key: string): string => String(problem.values[key] ?? '');
const quoted = (problem: Problem, key: string, limit?: number): string => quote(problem.values[key], limit);
const cell = (problem: Problem): string => sayWhere({ ...problem, at: { ...problem.at, column: undefined } });
const bodyPart = (key: string): string => ({ closing: '结尾的分工说明', role: '牵头或配合', count: '任务数', sections: '责任科室' })[key] ?? quote(key);

/** Problems of reading, by rule and kind. */
export const matrixProblems: Readonly<Record<string, Sentence>> = {
  'I1.noTable': () => '没有找到表格。请选用含有任务分工表的文件，或从 Word、Excel 中复制整张表格后粘贴。',
  'I1.noMatrix': (p) => `找到${text(p, 'tables')}张表格，但都不像任务分工表${text(p, 'found') === '' ? '' : `（看到的是：${text(p, 'found')}）`}。表头里要有“工作任务”一类的标题，还要有责任科室、完成时限等至少一项。请核对文件，或指定表头所在的行。`,
  'I1.noTaskRows': (p) => `${text(p, 'table') === '' ? '' : `表格${quoted(p, 'table')}的`}表头下面没有任务。请核对是不是选错了表格，或表头的位置不对。`,
  'I1.tablesLeftOut': (p) => `另有${text(p, 'count')}张表格没有采用（${text(p, 'names')}）。如果任务在那里，请改选。`,
  'I2.emptyCells': (p) => `${titleOf(text(p, 'field'))}有${text(p, 'count')}处是空的，第一处是${cell(p)}，没有替它填写。请补上；如果与上一行相同，请选“同上”。`,
  'I3.lacksColumn': (p) => `表里没有“${titleOf(text(p, 'field'))}”一列，先空着。请建立台账后补填，或指定由哪一列充当。`,
  'I3.keptColumns': (p) => `有${text(p, 'count')}列认不出用途，照原样保留在右边${text(p, 'titles') === '' ? '' : `：${text(p, 'titles')}`}。如果是台账已有的栏目，请指定。`,
  'I6.groupCount': (p) => `${cell(p)}写着${quoted(p, 'indicator')}有${text(p, 'said')}项，下面列出的是${text(p, 'found')}项。请核对是否漏列。`,
  'L6.idNotKept': (p) => `${cell(p)}的编号${quoted(p, 'id')}写法不对，另给了编号。请核对；编号应写成 2.3 这样。`,
  'L6.idTwice': (p) => `${cell(p)}的编号${quoted(p, 'id')}与第${text(p, 'first')}项重复，另给了编号。请核对。`,
  'I5.tenthTask': (p) => `${cell(p)}的编号${quoted(p, 'text')}前面已经有了，按${quoted(p, 'id')}处理：表格会去掉末尾的零。请核对。`,
  'I5.noPeople': () => '没有读出人员。请粘贴“组长：姓名 职务”“成员：姓名 职务”这样的名单，每人一行。',
  'I5.personUnread': (p) => `名单第${text(p, 'line')}行${quoted(p, 'text')}没有读出姓名。请把姓名写在前面，与职务之间空一格。`,
  'I5.personWithoutPost': (p) => `名单第${text(p, 'line')}行的${quoted(p, 'name')}没有职务。请核对是否漏写。`,
  'I5.memberWithoutSection': (p) => `${quoted(p, 'name')}的职务${quoted(p, 'post')}看不出是哪个科室，科室先空着。请补填。`,
  'I5.noLeader': () => '名单里没有组长和副组长，检查分管领导时会全部提示。请核对名单是否完整。',
  'I1.noNotice': () => '没有读出人员名单，也没有读出任务。请粘贴通知全文，要包括正文的任务分工和领导小组名单。',
  'I1.noRosterText': () => '通知里没有找到人员名单（“组长：”开头的一段），名册先空着。请另行粘贴名单。',
  'I1.noBodyText': () => '通知正文里没有找到任务分工一节，任务先空着。请另行导入任务分工表。',
  'I1.tableAsText': () => '附件里的表格只剩文字，各格的界线已经丢失，没有当作表格读取。请在 Word 里选中整张表格复制后粘贴，或直接选用文件。',
  'I1.noIssueDay': () => '没有读出发文日期。请填写。',
  'I1.noUnit': () => '没有读出发文单位。请填写单位全称。',
  'I1.noTitle': () => '没有读出方案名称。请填写台账标题。',
  'I1.noRhythm': () => '没有读出多长时间报送一次，先按每两个月处理。请核对报送安排。',
  'I1.noFirstReport': () => '没有读出首次报送的日期。请填写首次报送日。',
  'I1.noOffice': () => '没有读出由哪个科室汇总。请填写汇总科室。',
  'I1.bodyLacks': (p) => `通知正文${quoted(p, 'indicator')}没有读出${bodyPart(text(p, 'field'))}。请核对。`,
  'I1.bodyLacksDue': (p) => `通知正文${quoted(p, 'indicator')}有任务没有读出完成时限。请补填。`,
};

/** What a column of the original is used for. */
export const columnUses: Readonly<Record<ColumnUse, string>> = {
  id: '编号', indicator: '指标名称', leadUnit: '牵头单位', supportUnits: '配合单位', text: '工作任务', leaders: '分管领导', sections: '责任科室', owners: '责任人', due: '完成时限',
  progress: '落实情况', remark: '备注', doneOn: '办结日期', sectionsAndOwners: '责任科室和责任人', ordinal: '序号（不采用）', kept: '原样保留', leftOut: '不采用',
};

/** What a row of the original is used for. */
export const rowUses: Readonly<Record<RowUse, string>> = { task: '一项任务', joined: '接在上一行后面', indicator: '指标名称', leftOut: '不采用' };

/** Why cells were left out. */
export const leftOutReasons: Readonly<Record<LeftOutReason, string>> = {
  aboveHead: '在表头上方', head: '是表头', headRepeated: '是换页后重复的表头', titleRepeated: '是重复的表格标题', pageNumber: '是页码或附件标记', total: '是合计行',
  note: '是表格的说明', formLine: '是填表、审核等落款', headingAlone: '是小标题，下面没有任务', outerHeading: '是小标题，任务已另有指标名称', ordinal: '是序号',
  workedOut: '由台账自动得出', copyKey: '是分发表的标识', byChoice: '已选择不采用',
};

const use = (guess: MatrixGuess): string => columnUses[guess.understood as ColumnUse] ?? '';
const from = (guess: Pick<MatrixGuess, 'text'>): string => quote(guess.text, 30);
const as = (guess: Pick<MatrixGuess, 'understood'>): string => quote(guess.understood, 30);

const guessSentences: Readonly<Record<GuessReason, (guess: MatrixGuess) => string>> = {
  tableGoesOn: () => '这张表接着前一张表，合在一起读。',
  bestTable: (g) => `有几张表格像任务分工表，选了最像的${from(g)}。`,
  yearOfTitle: (g) => `没有写年份的时限按${g.understood}年处理，年份取自标题。`,
  yearOfDeadlines: (g) => `没有写年份的时限按${g.understood}年处理，其他时限多是这一年。`,
  titleWithin: (g) => `标题${from(g)}里含有“${use(g)}”的说法，按${use(g)}处理。`,
  unitsForSections: (g) => `没有另写责任科室，${from(g)}按责任科室处理。`,
  twoInOne: (g) => `${from(g)}一列里既有科室又有人，分成责任科室和责任人。`,
  secondUnderTitle: (g) => `标题${from(g)}跨两列，这一列按${use(g)}处理。`,
  ordinalsOnly: (g) => `${from(g)}一列只有序号，不作编号。`,
  headChanges: () => '从这一行起换了表头，各列按新的标题处理。',
  headingRow: (g) => `这一行只有${from(g)}，作为下面各项任务的指标名称。`,
  textGoesOn: () => '上一行的任务没有写完，这一行接在后面。',
  listGoesOn: () => '这一行没有工作任务，接在上一项任务后面。',
  noTaskText: () => '这一行没有工作任务，与上一行算作一项。',
  sharedTask: () => '工作任务的单元格跨这几行，算作一项任务。',
  leftOutRow: (g) => `没有采用：${leftOutReasons[g.understood as LeftOutReason] ?? ''}。`,
  ordinalOff: (g) => `前面的序号没有采用，写作${as(g)}。`,
  countOff: (g) => `后面的项数没有采用，写作${as(g)}。`,
  typesetting: () => '其中的空格或换行是排版用的，已经去掉。',
  namesBySpaces: (g) => `${from(g)}按空格分为${g.understood}。`,
  namesJoined: (g) => `${from(g)}合为${g.understood}。`,
  namesRunTogether: (g) => `${from(g)}按名册分为${g.understood}。`,
  unitsByLines: (g) => `没有标点，按换行或空格分为${g.understood}。`,
  placeholder: (g) => `${from(g)}表示没有，按空处理。`,
  leadMarked: (g) => `牵头、配合字样不算名称，牵头的排在前面：${g.understood}。`,
  sameAsAbove: (g) => `${from(g)}按上一项填为${as(g)}。`,
  sideways: (g) => `这个单元格横跨几列，只算${use(g)}。`,
  partedInTwo: (g) => {
    const [sections = '', owners = ''] = g.understood.split('｜');
    return `${from(g)}分成责任科室${quote(sections)}和责任人${quote(owners)}。`.replace(/“”/g, '（空）');
  },
  filledFromAbove: (g) => `按选择与上一项相同：${as(g)}。`,
  yearAssumed: (g) => `没有写年份，按${g.understood}处理。`,
  monthTyped: (g) => `${from(g)}是月份的第一天，Excel 会这样保存只写到月的日期，按${g.understood}处理。`,
  tenthTask: (g) => `编号按${as(g)}处理。`,
};

/** A guess of reading a matrix, as its reason in one sentence (I5). */
export function sayMatrixGuess(guess: MatrixGuess): string {
  return guessSentences[guess.reason](guess);
}

const rosterSentences: Readonly<Record<RosterGuessReason, (guess: RosterGuess) => string>> = {
  nameClosed: (g) => `${from(g)}中间的空格是排版用的，姓名是${as(g)}。`,
  lineGoesOn: (g) => `这一行没有姓名，接在上一行的职务后面：${as(g)}。`,
  sectionOfPost: (g) => `按职务${from(g)}，科室是${as(g)}。`,
  roleOfWord: (g) => `${from(g)}按${g.understood}处理。`,
  postFirst: (g) => `${from(g)}的职务写在前面，姓名是${as(g)}。`,
  noRole: (g) => `${from(g)}前面没有写角色，按${g.understood}处理。`,
};

/** A guess of reading a list of people, in one sentence (I5). */
export function sayRosterGuess(guess: RosterGuess): string {
  return rosterSentences[guess.reason](guess);
}

const noticeFields: Readonly<Record<NoticeField, string>> = {
  title: '台账标题', unit: '单位', year: '年度', issuedOn: '发文日期', office: '汇总科室', firstCutOff: '首次报送日', everyMonths: '报送间隔（月）',
  roster: '名册人数', shortNames: '简称', body: '正文任务数', role: '牵头或配合', count: '任务数', sections: '责任科室',
};

/** What was taken from a notice, with the words that it was taken from (I5). */
export function sayNoticeGuess(guess: NoticeGuess): string {
  const taken = guess.reason === 'usual' ? '通知没有写明，按通常的做法' : guess.text === '' || guess.text === guess.understood ? '取自通知' : `取自${quote(guess.text, 40)}`;
  return `${noticeFields[guess.field]}：${guess.understood}（${taken}）。`;
}
