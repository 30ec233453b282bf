// Short names of sections: proposed where exactly one section fits, left open where several or none do.
import { proposeShortNames, withShortNames } from '../../src/core/shortNames';
import { readSection } from '../../src/core/roster';
import type { Roster } from '../../src/core/roster';
import { plan2021 } from './plans';

const full = plan2021().roster;
/** The roster of 2021 as 附件2 gives it: without short names. */
const bare: Roster = { people: full.people, sections: full.sections.map(({ name }) => ({ name, shortNames: [] })) };

test('[O6] the short names of 2021 are proposed from the names that the matrix and the notice use', () => {
  const used = [...plan2021().tasks.flatMap(({ sections }) => sections), '审批科', '贸促会'];
  const { proposals, open } = proposeShortNames(bare, used);
  expect(proposals).toEqual([
    { section: '对外贸易科', shortName: '外贸科' }, { section: '外资管理科', shortName: '外资科' }, { section: '港口口岸科', shortName: '港口科' }, { section: '市场规划管理科', shortName: '市场科' },
    { section: '公平贸易与法规科', shortName: '法规科' }, { section: '行政审批科', shortName: '审批科' }, { section: '东盟事务科', shortName: '东盟科' }, { section: '市贸促会办公室', shortName: '贸促会' },
  ]);
  expect(open).toEqual([]);
  expect(withShortNames(bare, proposals)).toEqual(full);
});

test('[O6] 外贸科 is never 贸易管理科, and 贸易科 is left open between all that it fits', () => {
  expect(proposeShortNames(bare, ['外贸科']).proposals).toEqual([{ section: '对外贸易科', shortName: '外贸科' }]);
  const without: Roster = { ...bare, sections: bare.sections.filter(({ name }) => name !== '对外贸易科') };
  expect(proposeShortNames(without, ['外贸科'])).toEqual({ proposals: [], open: [{ name: '外贸科', sections: [] }] });
  expect(proposeShortNames(bare, ['口岸科', '贸易科'])).toEqual({
    proposals: [],
    open: [{ name: '口岸科', sections: ['港口口岸科', '陆空口岸科'] }, { name: '贸易科', sections: ['公平贸易与法规科', '服务贸易与商贸服务业科', '对外贸易科', '贸易管理科'] }],
  });
});

test('[O6] names that are known, people and blanks are passed over; nothing is proposed twice', () => {
  expect(proposeShortNames(full, ['外贸科', '对外贸易科', '邓善', '', '  '])).toEqual({ proposals: [], open: [] });
  expect(proposeShortNames(bare, ['外贸科', '外贸科', ' 外贸科 ']).proposals).toHaveLength(1);
  expect(proposeShortNames(bare, ['市税务局']).open).toEqual([{ name: '市税务局', sections: [] }]);
});

test('[O6] only what is confirmed is taken, once, and then it is read as the section', () => {
  const confirmed = withShortNames(bare, [{ section: '对外贸易科', shortName: '外贸科' }, { section: '对外贸易科', shortName: '外贸科' }]);
  expect(confirmed.sections.find(({ name }) => name === '对外贸易科')?.shortNames).toEqual(['外贸科']);
  expect(readSection(confirmed, '外贸科')).toMatchObject({ kind: 'found', by: 'shortName', section: { name: '对外贸易科' } });
  expect(withShortNames(confirmed, [{ section: '对外贸易科', shortName: '外贸科' }])).toEqual(confirmed);
});
