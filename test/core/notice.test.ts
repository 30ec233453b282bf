// The text of the notice of 2021 as a draft plan: its people, its tasks, its calendar, all marked as taken from words.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNotice } from '../../src/core/notice';
import { body2021, plan2021 } from './plans';

const notice = readFileSync(join(__dirname, '..', '..', 'seeds', 'notice-2021.txt'), 'utf8');
const plan = plan2021();

describe('the notice of 2021', () => {
  const reading = readNotice(notice);

  test('[I6] its body is the body of the seeds', () => {
    expect(reading.body).toEqual(body2021());
  });

  test('[L9][O6] its roster is that of the seeds, short names among it', () => {
    expect(reading.roster).toEqual(plan.roster);
    expect(reading.shortNames.open).toEqual([]);
  });

  test('[P1][D4] its settings are those of the seeds', () => {
    expect(reading.draft?.settings).toEqual(plan.settings);
  });

  test('[I1] problems', () => {
    expect(reading.problems).toEqual([]);
    expect(reading.guesses).toEqual([]);
  });
});
