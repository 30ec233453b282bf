// A sentence for every problem that the add-in can find, by rule and kind. Each names the place, says what is wrong and what to do.
// Texts of the person's own are quoted; nothing here decides anything.
import type { Problem } from '../core/problem';
import { sayDay } from './days';
import { kindOf, titleOf } from './fields';
import { matrixProblems } from './matrix';
import { quote, sayWhere } from './place';

type Sentence = (problem: Problem) => string;

const text = (problem: Problem, key: string): string => String(problem.values[key] ?? '');
const quoted = (problem: Problem, key: string, limit?: number): string => quote(problem.values[key], limit);
/** A day, or a text that shows one. */
const day = (problem: Problem, key: string): string => sayDay(text(problem, key));
const title = (problem: Problem, key: string): string => titleOf(text(problem, key));

const dueHelp = '请改成日期，如 2021-12-31，或写“长期坚持”。';

/** The n-th of several people is not written; so the sentence gives a nearest name only where there is one. */
const offer = (problem: Problem, where: string): string => (text(problem, 'nearest') === '' ? `请核对，或在${where}中补上。` : `是否应为${quoted(problem, 'nearest')}？请核对后改正，或在${where}中补上。`);

const owners: Readonly<Record<string, Sentence>> = {
  'O1.empty': (p) => `${sayWhere(p)}是空的。请填写。`,
  'O2.unknownName': (p) => `${sayWhere(p)}中的${quoted(p, 'name')}不在名册里。${offer(p, '名册')}`,
  'O3.spacesInside': (p) => `${sayWhere(p)}${quoted(p, 'text')}的姓名中间有空格。请改为${quoted(p, 'tidy')}。`,
  'O3.separator': (p) => `${sayWhere(p)}${quoted(p, 'text')}没有用顿号分开。请改为${quoted(p, 'tidy')}。`,
  'O3.twice': (p) => `${sayWhere(p)}${quoted(p, 'text')}有重复的名字。请改为${quoted(p, 'tidy')}。`,
  'O3.fullWidth': (p) => `${sayWhere(p)}${quoted(p, 'text')}用了全角或异体字符。请改为${quoted(p, 'tidy')}。`,
  'O4.ownersNotSections': (p) => `${sayWhere(p)}有${text(p, 'count')}人，责任科室有${text(p, 'sections')}个，人数与科室数不一致。请核对是否漏写。`,
  'O4.leadersNotSections': (p) => `${sayWhere(p)}有${text(p, 'count')}人，责任科室有${text(p, 'sections')}个，人数与科室数不一致。请核对是否漏写。`,
  'O5.notOfSection': (p) =>
    `${sayWhere(p)}中第${text(p, 'place')}位${quoted(p, 'name')}按名册${text(p, 'own') === '' ? '不属于任何科室' : `属于${text(p, 'own')}`}，而对应的责任科室是${text(p, 'section')}。请核对顺序或名册。`,
  'O6.unknownSection': (p) => `${sayWhere(p)}中的${quoted(p, 'name')}不是名册里的科室或简称。${offer(p, '名册的科室或简称')}`,
  'O6.ambiguousSection': (p) => `${sayWhere(p)}中的${quoted(p, 'name')}可能是${text(p, 'sections')}。请改写为其中一个科室的全称。`,
  'O6.abbreviation': (p) => `${sayWhere(p)}中的${quoted(p, 'name')}不在名册的简称里，按${text(p, 'section')}处理。如果不对，请改写为全称。`,
  'O7.otherLeader': (p) => `${sayWhere(p)}中${text(p, 'section')}对应的是${quoted(p, 'leader')}，而其他${text(p, 'rows')}项任务中对应的是${quoted(p, 'usual')}。请核对。`,
  'O2.personWithoutName': (p) => `${sayWhere(p)}是空的。请填写姓名，或删去这一条。`,
  'O2.personTwice': (p) => `名册中${quoted(p, 'name')}出现了两次（${sayWhere(p)}）。请核对是不是同一人。`,
  'O6.sectionWithoutName': (p) => `${sayWhere(p)}是空的。请填写科室名称，或删去这一条。`,
  'O6.personsSectionUnknown': (p) => `名册中${quoted(p, 'name')}的科室${quoted(p, 'section')}不在科室清单里。请核对科室名称。`,
  'O6.shortNameShared': (p) => `${quoted(p, 'name')}同时指${text(p, 'sections')}，分不清是哪一个。请给每个科室不同的简称。`,
  'O6.officeUnknown': (p) => `汇总科室${quoted(p, 'name')}不在名册里。请核对名称，或在名册中补上。`,
  'O8.notALeader': (p) => `${sayWhere(p)}中的${quoted(p, 'name')}不是组长或副组长${text(p, 'post') === '' ? '' : `（${text(p, 'post')}）`}。请核对分管领导或名册。`,
};

const deadlines: Readonly<Record<string, Sentence>> = {
  'D1.empty': (p) => `${sayWhere(p)}是空的。请填日期，如 2021-12-31，或写“长期坚持”。`,
  'D2.noSuchMonth': (p) => `${sayWhere(p)}${quoted(p, 'text')}读不出来：没有${text(p, 'detail')}月。${dueHelp}`,
  'D2.noSuchDay': (p) => `${sayWhere(p)}${quoted(p, 'text')}读不出来：日历上没有这一天。${dueHelp}`,
  'D2.twoDates': (p) => `${sayWhere(p)}${quoted(p, 'text')}读不出来：里面有不止一个日期${text(p, 'detail') === '' ? '' : `（${text(p, 'detail')}）`}。请只留一个日期，如 2021-12-31。`,
  'D2.notADate': (p) => `${sayWhere(p)}${quoted(p, 'text')}读不出来：不是日期。${dueHelp}`,
  'D3.textNotDate': (p) => `${sayWhere(p)}${quoted(p, 'text')}是文字，不是真正的日期。请改成日期${text(p, 'shown')}。`,
  'D4.beforeNotice': (p) => `${sayWhere(p)}${text(p, 'shown')}早于发文日期${day(p, 'issuedOn')}。请核对。`,
  'D4.outsideYear': (p) => `${sayWhere(p)}${text(p, 'shown')}不在${text(p, 'year')}年内。请核对。`,
  'D5.assumedYear': (p) => `${sayWhere(p)}${quoted(p, 'text')}没有写年份，按${text(p, 'shown')}处理。如果不对，请写明年份。`,
  'S9.saysDone': (p) => `${sayWhere(p)}写了${quoted(p, 'word')}，但办结日期是空的。如果已经办结，请填办结日期。`,
  'S9.doneAfterAsOf': (p) => `${sayWhere(p)}${day(p, 'doneOn')}晚于基准日${day(p, 'asOf')}，按尚未办结处理。请核对。`,
  'S9.doneOnUnread': (p) => `${sayWhere(p)}${quoted(p, 'text')}读不出来。请改成日期，如 2021-9-15；没有办结请留空。`,
  'S9.doneOnText': (p) => `${sayWhere(p)}${quoted(p, 'text')}是文字，不是真正的日期。请改成日期，如 2021-9-15。`,
  'F4.hollow': (p) => `${sayWhere(p)}${quoted(p, 'text')}没有具体内容。请补充做了什么、到了哪一步。`,
};

const outOfBounds: Sentence = (p) => `${sayWhere(p)}${quoted(p, 'found')}不合适。请填${text(p, 'from')}到${text(p, 'to')}之间的整数。`;
const notADay: Sentence = (p) => `${sayWhere(p)}${quoted(p, 'text')}读不出来。请改成日期，如 2021-04-20。`;
const notAChoice: Sentence = (p) => `${sayWhere(p)}${quoted(p, 'found')}不对。只能是${text(p, 'choices')}之一，请改正后再试。`;

const planFile: Readonly<Record<string, Sentence>> = {
  'I1.notJson': (p) => `${sayWhere(p)}读不出来${text(p, 'line') === '' ? '' : `：第${text(p, 'line')}行附近的写法有误`}。请选用管理员提供的方案文件，或对照它改好后再试。`,
  'I1.notUtf8': (p) => `${sayWhere(p)}的文字编码读不出来。请用记事本打开，另存时把编码选为 UTF-8，再试一次。`,
  'I1.fileTooLarge': (p) => `${sayWhere(p)}有${text(p, 'megabytes')}兆，超过了${text(p, 'limit')}兆的上限。请核对是不是选错了文件。`,
  'I1.fileUnreadable': (p) => `${sayWhere(p)}打不开，可能已被移动或正被占用。请重新选择文件。`,
  'I1.notAnObject': (p) => `${sayWhere(p)}${text(p, 'part') === '' ? '' : `的${title(p, 'part')}`}应是一组内容，现在是${kindOf(text(p, 'found'))}。请对照内置方案的写法改正。`,
  'I1.lacksField': (p) => `${sayWhere({ ...p, at: { ...p.at, column: undefined } })}缺少${title(p, 'field')}。请补上后再试。`,
  'I1.wrongType': (p) => `${sayWhere(p)}应是${kindOf(text(p, 'wanted'))}，现在是${kindOf(text(p, 'found'))}。请改正后再试。`,
  'I1.unknownKey': (p) => `${sayWhere(p)}有认不出的内容${quoted(p, 'key')}，没有采用。如果需要，请写进备注。`,
  'L9.outOfBounds': outOfBounds, 'S6.outOfBounds': outOfBounds, 'P1.outOfBounds': outOfBounds, 'I6.outOfBounds': outOfBounds,
  'D4.notADay': notADay, 'L9.notADay': notADay, 'P1.notADay': notADay,
  'P2.notAChoice': notAChoice, 'O8.notAChoice': notAChoice, 'I6.notAChoice': notAChoice,
  'P1.otherYear': (p) => `${sayWhere(p)}${day(p, 'day')}不在${text(p, 'year')}年内。请核对报送安排。`,
  'I1.noTasks': (p) => `${sayWhere(p)}里一项任务也没有。请核对是不是选错了文件。`,
  'I4.ordinal': (p) => `${sayWhere(p)}${quoted(p, 'text')}前面的序号没有采用，写作${quoted(p, 'name')}。`,
  'I5.namesBySpaces': (p) => `${sayWhere(p)}${quoted(p, 'text')}按空格分为${text(p, 'names')}。如果不对，请用顿号分开。`,
  'I5.namesJoined': (p) => `${sayWhere(p)}${quoted(p, 'text')}合为${text(p, 'names')}。如果不对，请用顿号分开。`,
  'I5.namesRunTogether': (p) => `${sayWhere(p)}${quoted(p, 'text')}按名册分为${text(p, 'names')}。如果不对，请用顿号分开。`,
  'L2.lacksColumn': (p) => `${sayWhere({ ...p, at: { ...p.at, column: undefined } })}的任务清单缺少“${title(p, 'field')}”一列。请补上后再试。`,
  'L2.emptyCell': (p) => `${sayWhere(p)}是空的。请填写。`,
  'L4.typesetting': (p) => `${sayWhere(p)}${quoted(p, 'text')}中的空格或换行是排版用的，已经去掉。`,
  'L6.emptyId': (p) => `${sayWhere(p)}是空的。请填编号，如 2.3。`,
  'L6.illFormedId': (p) => `${sayWhere(p)}${quoted(p, 'id')}写法不对。请写成 2.3 这样的编号：前面是指标序号，后面是任务序号。`,
  'L6.repeatedId': (p) => `${sayWhere(p)}${quoted(p, 'id')}与第${text(p, 'first')}${p.at.cell === undefined ? '项' : '行'}重复。请改成没有用过的编号。`,
  'L6.otherIndicator': (p) => `${sayWhere(p)}与同组其他任务的指标名称不一致：这里是${quoted(p, 'indicator')}，前面是${quoted(p, 'first')}。请核对。`,
  'R12.formulaLike': (p) => `${sayWhere(p)}以${quoted(p, 'sign')}开头（${quoted(p, 'text')}），会原样写成文字，不会当作公式计算。`,
  'X3.textTooLong': (p) => `${sayWhere(p)}有${text(p, 'length')}个字，超过了 Excel 一个单元格${text(p, 'limit')}个字的上限。请缩短后再试。`,
  'X3.controlCharacter': (p) => `${sayWhere(p)}的第${text(p, 'place')}个字是看不见的控制字符，Excel 存不了。请删去后再试。`,
};

const body: Readonly<Record<string, Sentence>> = {
  'D8.bodyDiffers': (p) => `${sayWhere(p)}是${quoted(p, 'matrix')}，通知正文写的是${quoted(p, 'body')}。请核对以哪个为准。`,
  'I6.wording': (p) => {
    if (text(p, 'bodyPieces') === '') return `${sayWhere(p)}比通知正文多了${quoted(p, 'matrixPieces')}。请核对。`;
    if (text(p, 'matrixPieces') === '') return `${sayWhere(p)}比通知正文少了${quoted(p, 'bodyPieces')}。请核对。`;
    return `${sayWhere(p)}与通知正文的文字不同：这里是${quoted(p, 'matrixPieces')}，正文是${quoted(p, 'bodyPieces')}。请核对。`;
  },
  'I6.sections': (p) => `${sayWhere(p)}是${quoted(p, 'matrix')}，通知正文写的是${quoted(p, 'body')}。请核对。`,
  'I6.role': (p) => `${sayWhere(p)}是${quoted(p, 'matrix')}，而通知正文写本单位是${text(p, 'body') === 'lead' ? '牵头单位' : '配合单位'}。请核对。`,
  'I6.onlyInMatrix': (p) => `${sayWhere(p)}在通知正文中没有对应的任务。请核对。`,
  'I6.onlyInBody': (p) => `通知正文${quoted(p, 'indicator')}中的任务${quoted(p, 'body')}在分工表里没有。请核对是否漏列。`,
  'I6.count': (p) => `${quoted(p, 'indicator')}在通知正文中是${text(p, 'body')}项任务，分工表中是${text(p, 'matrix')}项。请核对。`,
  'I6.bodyCount': (p) => `通知正文说${quoted(p, 'indicator')}有${text(p, 'body')}项任务，列出的是${text(p, 'listed')}项。请核对。`,
  'I6.total': (p) => `通知正文共${text(p, 'body')}项任务，分工表共${text(p, 'matrix')}项。请核对。`,
};

const row = (problem: Problem): string => `“任务台账”表第${text(problem, 'row')}行`;

const rebuilding: Readonly<Record<string, Sentence>> = {
  'L7.gone': (p) => `${row(p)}的任务${text(p, 'id')}${quoted(p, 'text', 20)}不在方案里，照旧保留。如果已经取消，请自行删去这一行。`,
  'L7.unnumbered': (p) => `${row(p)}${text(p, 'id') === '' ? '没有编号' : `的编号${quoted(p, 'id')}写法不对`}，对不上方案里的任务，照旧保留。请核对编号。`,
  'L7.repeated': (p) => `${row(p)}的编号${text(p, 'id')}与另一行重复，照旧保留，没有更新。请核对后改成不同的编号。`,
  'L7.otherTask': (p) => `${row(p)}编号${text(p, 'id')}的任务内容差别很大：台账是${quoted(p, 'old', 20)}，方案是${quoted(p, 'new', 20)}。请核对是不是同一项任务。`,
  'L7.filledKept': (p) => `任务${text(p, 'id')}的${titleOf(p.at.column ?? '')}已填${quoted(p, 'kept', 20)}，保留不动；方案里写的${quoted(p, 'planned', 20)}没有采用。`,
  'L7.otherYear': (p) => `本工作簿是${text(p, 'ledger')}年的台账，方案是${text(p, 'plan')}年的，没有更新。请新建一个工作簿，再建立${text(p, 'plan')}年台账。`,
  'L9.peopleAdded': (p) => `名册将补上方案里的${quoted(p, 'names', 60)}。`,
  'L9.peopleKept': (p) => `名册中${quoted(p, 'names', 60)}的职务、角色或科室与方案不同，保留名册现有内容。`,
  'L9.settingKept': (p) => `设置表的${text(p, 'label')}保留${quoted(p, 'kept')}；方案里写的${quoted(p, 'planned')}没有采用。`,
  'L6.idIsNumber': (p) => `${row(p)}的编号${text(p, 'id')}是数字，不是文字，可能与其他编号混淆（如 2.1 与 2.10）。请把单元格改成文本格式后重新填写。`,
};

const sheets: Readonly<Record<string, Sentence>> = {
  'L2.columnsMissing': (p) => `“任务台账”表的表头缺少${text(p, 'titles')}。请把这些列的标题恢复原样，再重新查看。`,
  'L9.sheetMissing': (p) => `没有找到${quoted(p, 'sheet')}表，不能检查。请点“按方案更新台账”补上。`,
  'L9.settingNotANumber': (p) => `${sayWhere(p)}的${text(p, 'label')}${quoted(p, 'text')}不是合适的整数。请按右边的说明改正。`,
  'L9.settingNotADay': (p) => `${sayWhere(p)}的${text(p, 'label')}${quoted(p, 'text')}不是日期。请改成日期，如 2021-6-18。`,
  'L9.settingNotAChoice': (p) => `${sayWhere(p)}的${text(p, 'label')}${quoted(p, 'text')}不在可选的几项里。请从下拉名单中选一项。`,
  'L9.rosterNoName': (p) => `${sayWhere(p)}没有姓名。请填写姓名，或删去这一行。`,
  'L9.rosterNoRole': (p) => `${sayWhere(p)}的角色${quoted(p, 'text')}不对。请选组长、副组长或成员。`,
  'L10.sheetOfAnother': (p) => `工作簿里已有一张名为${quoted(p, 'sheet')}的工作表，但不是本加载项建立的，不会改动它。请把它改名，再重新查看。`,
  'L10.tableOfAnother': (p) => `${quoted(p, 'sheet')}表里已有一个名为${quoted(p, 'table')}的表格，但不是本加载项建立的，不会改动它。请把那个表格改名，再重新查看。`,
  'L10.nameOfAnother': (p) => `工作簿里已有一个名为${quoted(p, 'name')}的名称，但不是本加载项建立的，不会改动它。请在“公式”选项卡的名称管理器中改名，再重新查看。`,
  'P1.noSuchPeriod': (p) => `本年没有${quoted(p, 'period')}这一期。本年的报送期是${text(p, 'periods')}，请从中选一期。`,
  'P1.noPeriods': (p) => `按“设置”表的首次报送日和报送间隔，${text(p, 'year')}年没有一次报送。请核对“设置”表的年度、首次报送日和报送间隔。`,
  'B1.summaryOfAnother': (p) => `工作簿里已有一张名为${quoted(p, 'sheet')}的工作表，但不是本加载项生成的，不会改动它。请把它改名，再重新生成。`,
  'B2.noTasks': () => '“任务台账”表里一项任务也没有，没有生成汇总。请先填写任务，或按方案更新台账。',
  'B5.historyColumnsMissing': (p) => `“报送历史”表的表头缺少${text(p, 'titles')}，没有生成汇总。请把这些列的标题恢复原样，再试一次。`,
  'B5.historyCellUnread': (p) => `${sayWhere(p)}的${text(p, 'label')}${quoted(p, 'text')}读不出来，可能被改动过，没有生成汇总。请恢复原来的内容，再试一次。`,
  'B5.historyRepeated': (p) => `${sayWhere(p)}：${text(p, 'period')}第${text(p, 'version')}版里任务${text(p, 'id')}出现了两次，没有生成汇总。请删去多出来的一行，再试一次。`,
  'B5.neverReported': (p) => `“报送历史”里没有${text(p, 'period')}的内容，不能照当时的样子重新生成。请改为按台账现在的内容生成。`,
  'I3.otherColumnsLeft': (p) => `方案里的${quoted(p, 'titles', 60)}不是台账已有的栏目，更新时没有写入。如果需要，请在“任务台账”表右侧加一列，自行填写。`,
  'L7.notALaterYear': (p) => `${quoted(p, 'year')}不能作为新年度：本台账是${text(p, 'old')}年的，请填比它晚的四位年份。`,
  'R1.noSections': () => '“任务台账”表里的任务都没有责任科室，没有生成分发表。请先填写责任科室。',
  'R10.listColumnsMissing': (p) => `${quoted(p, 'sheet')}表的表头缺少${text(p, 'titles')}，没有继续。请把这些列的标题恢复原样，再试一次。`,
  'R11.noSuchMerge': (p) => `“合并记录”里没有第${text(p, 'batch')}次合并，或者已经撤回。请刷新后再看。`,
  'X3.structureProtected': () => '本工作簿的结构受保护，不能增加工作表，没有写入。请在“审阅”选项卡点“保护工作簿”撤销保护，再试一次。',
  'X3.sheetProtected': (p) => `${quoted(p, 'sheet')}表受保护，没有写入。请在“审阅”选项卡撤销工作表保护，再试一次。`,
  'X5.newerVersion': (p) => `这份台账由较新版本的加载项建立（格式版本${text(p, 'version')}，本加载项认识到${text(p, 'known')}），为免损坏没有改动。请更新加载项后再打开。`,
};

/** All sentences, by rule and kind. */
export const problemSentences: Readonly<Record<string, Sentence>> = { ...owners, ...deadlines, ...planFile, ...body, ...rebuilding, ...sheets, ...matrixProblems };
