// A pasted list of people becomes the roster: 附件2 as it came out of its pages, and the ways in which other offices write such lists.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRosterText, sectionIn } from '../../src/core/rosterText';
import { plan2021 } from './plans';

const notice = readFileSync(join(__dirname, '..', '..', 'seeds', 'notice-2021.txt'), 'utf8');
const annex = notice.slice(notice.indexOf('组  长：杨文光'), notice.indexOf('附件 3\n'));

test('[L9][L4] 附件2 of 2021 is the roster of the seeds', () => {
  const { roster, leftOut, problems, guesses } = readRosterText(annex);
  expect(roster.people).toEqual(plan2021().roster.people);
  expect(roster.sections).toEqual(plan2021().roster.sections.map(({ name }) => ({ name, shortNames: [] })));
  expect(problems).toEqual([]);
  expect(leftOut[0]).toBe('领导小组下设办公室，设在行政审批科，负责“营商环');
  expect(guesses.filter(({ reason }) => reason === 'nameClosed').map(({ text, understood }) => `${text} ${understood}`)).toContain('车 洁 车洁');
});
