// The screen of 名册: who is in it, a pasted list and what would come of it, short names of sections.
import type { Role } from '../core/roster';
import type { RosterGuess } from '../core/rosterText';
import { sayRosterGuess } from './matrix';

const people = (count: number): string => `${String(count)}人`;
const many = (count: number): string => `${String(count)}个`;

/** A person as far as the words need one. */
interface SaidPerson { readonly post: string; readonly role: Role; readonly section: string }

const standing = ({ post, role, section }: SaidPerson): string => [role, post, section === '' ? '' : `科室：${section}`].filter((each) => each !== '').join('，');

/** What a writing did to 名册. */
interface WrittenCounts { readonly added: number; readonly changed: number; readonly gone: number; readonly shortNames: number }

function countsOf({ added, changed, gone, shortNames }: WrittenCounts): readonly string[] {
  const said = [[added, `新增${people(added)}`], [changed, `变动${people(changed)}`], [gone, `去掉${people(gone)}`], [shortNames, `改简称的科室${many(shortNames)}`]] as const;
  return said.filter(([count]) => count > 0).map(([, words]) => words);
}

export const rosterScreenWords = {
  title: '名册',
  counted: (count: number, sections: number) => `${people(count)}，${many(sections)}科室。`,
  missing: '工作簿里没有名册表。可以粘贴名单，写入时新建。',
  unread: '名册表里有读不出来的内容，先改好再换名单。',
  toSheet: '转到名册表',
  toSheetNote: '个别人员变动，直接在名册表里改。整份名单换新，用“粘贴名单”。',
  goTo: '转到该单元格',
  people,
  sections: many,
  places: (count: number) => `${String(count)}处`,
  lines: (count: number) => `${String(count)}行`,
  leadersTitle: '领导',
  membersTitle: '成员',
  sectionsTitle: '科室和简称',
  person: (person: SaidPerson) => (person.section === '' || person.post.includes(person.section) ? [person.role, person.post].filter((each) => each !== '').join('，') : standing(person)),
  shortNames: (names: readonly string[]) => (names.length === 0 ? '没有简称' : `简称：${names.join('、')}`),

  paste: '粘贴名单',
  pasteTitle: '粘贴名单',
  pasteText: '从通知附件里复制人员名单，粘贴在下面。读出的结果先列出来核对，确认后才写入。',
  pasteLabel: '名单',
  pasteExample: '组长：姓名 职务\n副组长：姓名 职务\n成员：姓名 职务\n　　　姓名 职务',
  pasteEmpty: '请先粘贴名单。',
  read: '读名单',
  reading: '正在读取',
  back: '返回名册',
  checkShort: '核对简称',
  checkingShort: '正在核对',

  previewTitle: '名册：预览',
  shortTitle: '核对简称',
  notYet: '以下改动确认后才会写入。',
  guessesTitle: '这样读的，请核对',
  guess: (guess: RosterGuess) => `第${String(guess.line)}行：${sayRosterGuess(guess)}`,
  leftOutTitle: '没有读入的行',
  problemsTitle: '名单里的问题',
  addedTitle: '新增',
  changedTitle: '变动',
  goneTitle: '名单里没有的',
  goneNote: '名册里有、名单里没有的人，默认留在名册里。要去掉的，请勾选。',
  letGo: (name: string) => `去掉${name}`,
  letGoChoice: '去掉',
  usedBy: (count: number) => `去掉${people(count)}后，台账里写了他们的任务会在“检查”里列出。`,
  before: '原来',
  after: '改为',
  notWhole: '名单里有读不出来的地方，改好后才能写入。',
  unchanged: '名单与名册一致，没有改动。',
  sectionGone: (section: string, names: readonly string[]) => `${section}${names.length === 0 ? '' : `（简称${names.join('、')}）`}不再有人，将从名册里去掉。`,

  proposalsTitle: '台账里用到的简称',
  proposalsText: '下列名称只对得上一个科室。确认是它的，请勾选，写入名册的“简称”。',
  proposal: (shortName: string, section: string) => `${shortName}是${section}的简称`,
  openTitle: '还对不上的名称',
  open: (name: string, sections: readonly string[]) => (sections.length === 0 ? `“${name}”对不上名册里的科室，请在台账里改正，或在名册表里补上。` : `“${name}”可能是${sections.join('、')}，请在名册表里给其中一个写上简称。`),
  noProposals: '台账和设置里用到的科室名称，名册里都有，没有要补的简称。',

  changedMeanwhile: (sheet: string) => `“${sheet}”表在预览之后有了改动，刚才没有写入。下面是重新核对的结果，请再看一遍。`,
  write: '写入名册',
  writing: '正在写入',
  editText: '修改名单',
  written: (counts: WrittenCounts) => `名册已写入：${countsOf(counts).join('，')}。请保存工作簿。`,

  faultTitle: { rosterPlan: '没能读取名册', roster: '没能写入名册' },
};
