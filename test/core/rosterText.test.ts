// A pasted list of people becomes the roster: 附件2 as it came out of its pages, and the ways in which other offices write such lists.
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRosterText, sectionIn } from '../../src/core/rosterText';
import { plan2021 } from './plans';

const notice = readFileSync(join(__dirname, '..', '..', 'seeds', 'notice-2021.txt'), 'utf8');
const annex = notice.slice(notice.indexOf('组  长：杨文光'), notice.lastIndexOf('附件 3'));
const said = (text: string): readonly string[] => readRosterText(text).roster.people.map(({ role, name, post, section }) => `${role} ${name} ${post} ${section}`.trim());

test('[L9][L4] 附件2 of 2021 is the roster of the seeds', () => {
  const { roster, leftOut, problems, guesses } = readRosterText(annex);
  expect(roster.people).toEqual(plan2021().roster.people);
  expect(roster.sections).toEqual(plan2021().roster.sections.map(({ name }) => ({ name, shortNames: [] })));
  expect(problems).toEqual([]);
  // The paragraph under the list is no person.
  expect(leftOut).toHaveLength(4);
  expect(leftOut[0]).toBe('领导小组下设办公室，设在行政审批科，负责“营商环');
  expect(guesses.filter(({ reason }) => reason === 'nameClosed').map(({ understood }) => understood)).toEqual(['车洁', '李颖', '吴政', '蔡贡', '邓善', '钱湛', '胡毅', '王艳', '董球']);
});

test.each<[string, string, readonly string[]]>([
  ['a post that a page breaks', '组长：杨文光 市政协副主席、市商务局\n — 5 — \n党组书记、局长\n副组长：车 洁 副局长', ['组长 杨文光 市政协副主席、市商务局党组书记、局长', '副组长 车洁 副局长']],
  ['posts in brackets, several in a line', '副组长：车洁（副局长）、李颖（党组成员、副局长）\n成员：周志安（办公室主任），林书海(综合科科长)。', ['副组长 车洁 副局长', '副组长 李颖 党组成员、副局长', '成员 周志安 办公室主任 办公室', '成员 林书海 综合科科长 综合科']],
  ['semicolons', '成　员：周志安　办公室主任；林书海　综合科科长；', ['成员 周志安 办公室主任 办公室', '成员 林书海 综合科科长 综合科']],
  ['names alone', '组长：杨文光\n成员：周志安、林书海、邓善', ['组长 杨文光', '成员 周志安', '成员 林书海', '成员 邓善']],
  ['other words for the roles', '第一组长：杨文光 局长\n常务副组长：车洁 副局长\n组员：邓 善 对外贸易科科长', ['组长 杨文光 局长', '副组长 车洁 副局长', '成员 邓善 对外贸易科科长 对外贸易科']],
  ['tabs of a pasted table, the label on a line of its own', '成员：\n周志安\t办公室主任\n孙媛媛\t行政审批科副科长（主持工作）', ['成员 周志安 办公室主任 办公室', '成员 孙媛媛 行政审批科副科长（主持工作） 行政审批科']],
  ['the post before the name', '成员：对外贸易科科长 邓善\n行政审批科 副科长 车 洁', ['成员 邓善 对外贸易科科长 对外贸易科', '成员 车洁 行政审批科副科长 行政审批科']],
  ['no role at all', '周志安 办公室主任\n林书海 综合科科长', ['成员 周志安 办公室主任 办公室', '成员 林书海 综合科科长 综合科']],
])('[L9][L4] %s', (_, text, people) => {
  expect(said(text)).toEqual(people);
});

test.each([
  ['公平贸易与法规科科长', '公平贸易与法规科'], ['行政审批科副科长', '行政审批科'], ['市贸促会办公室主任', '市贸促会办公室'], ['机关党委专职副书记', '机关党委'], ['党组成员、办公室主任', '办公室'],
  ['市投资促进中心副主任', '市投资促进中心'], ['四级调研员', ''], ['副局长', ''], ['主任', ''], ['', ''],
])('[L9] the section of %j is %j', (post, section) => {
  expect(sectionIn(post)).toBe(section);
});

test('[I5][O2] what is unsure or missing is said with its line', () => {
  const { problems, guesses } = readRosterText('常务副组长：车洁 副局长\n成员：邓善 四级调研员\n周志安\n邓善 综合科科长\n（主持工作）');
  expect(problems.map(({ rule, kind, at }) => [rule, kind, at.index, at.column])).toEqual([
    ['I5', 'memberWithoutSection', 2, 'section'], ['I5', 'personWithoutPost', 3, 'post'], ['O2', 'personTwice', 4, 'name'],
  ]);
  expect(guesses.map(({ reason, line }) => `${reason} ${String(line)}`)).toEqual(['roleOfWord 1', 'lineGoesOn 5', 'sectionOfPost 4']);
  expect(readRosterText('').problems.map(({ kind }) => kind)).toEqual(['noPeople']);
  expect(readRosterText('成员：邓善 对外贸易科科长').problems.map(({ kind }) => kind)).toEqual(['noLeader']);
  expect(readRosterText('成员：一二三四五六七 八九').problems.map(({ kind }) => kind)).toEqual(['personUnread', 'noLeader']);
});

test('[L9] a list of people written out and read back is the same list', () => {
  const name = fc.constantFrom('车洁', '李颖', '张光强', '邓善', '欧阳明', '孙媛媛', '司马长风');
  const post = fc.constantFrom('党组成员、副局长', '对外贸易科科长', '行政审批科副科长', '市贸促会办公室主任');
  fc.assert(fc.property(fc.array(fc.record({ role: fc.constantFrom('组长', '副组长', '成员'), name, post }), { minLength: 1, maxLength: 12 }), fc.boolean(), fc.constantFrom(' ', '  ', '\t', '　'), (people, isSpaced, gap) => {
    const grouped = (['组长', '副组长', '成员'] as const).flatMap((role) => people.filter((each) => each.role === role));
    const text = grouped.map((each, index) => {
      const label = grouped[index - 1]?.role === each.role ? '        ' : `${each.role === '副组长' ? each.role : `${each.role.charAt(0)}  ${each.role.charAt(1)}`}：`;
      return `${label}${isSpaced && each.name.length === 2 ? [...each.name].join('  ') : each.name}${gap}${each.post}`;
    }).join('\n \n');
    expect(readRosterText(text).roster.people.map(({ role, name: read, post: held }) => ({ role, name: read, post: held }))).toEqual(grouped);
  }));
});

test('[X3] any text is read without falling over', () => {
  const piece = fc.constantFrom('组长：', '成员：', '副 组 长:', '车 洁', '邓善', ' ', '\n', '、', '（', '）', '；', '科长', '。', '，', '办公室主任', '\t', '：', 'x');
  fc.assert(fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 40 }).map((pieces) => pieces.join('')), (text) => {
    const { roster, problems } = readRosterText(text);
    expect(roster.people.length > 0 || problems.length > 0).toBe(true);
    expect(roster.people.every(({ role, section }) => role === '成员' || section === '')).toBe(true);
  }), { numRuns: 500 });
});
