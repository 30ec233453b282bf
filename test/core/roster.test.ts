// Which section a name means (O6) and which name is near (O2).
import type { Roster } from '../../src/core/roster';
import { isLeader, nearestName, nearestSection, personNamed, readSection, sectionNamed } from '../../src/core/roster';
import nearest from '../cases/core/nearest-names.json';
import sections from '../cases/core/sections.json';
import { plan2021 } from './plans';

const { roster } = plan2021();

describe('the roster', () => {
  test.each(sections)('[O6] $input is $kind', ({ input, kind, by, sections: expected }) => {
    const reading = readSection(roster, input);
    expect(reading.kind).toBe(kind);
    const fitting = reading.kind === 'found' ? [reading.section] : reading.kind === 'ambiguous' ? reading.sections : [];
    expect(fitting.map((section) => section.name)).toEqual(expected);
    expect(reading.kind === 'found' ? reading.by : '').toBe(by);
    expect(sectionNamed(roster, input)?.name).toBe(kind === 'found' ? expected[0] : undefined);
  });

  test('[O6] without the list of short names, those of the matrix still fit exactly one section each', () => {
    const bare: Roster = { people: [], sections: roster.sections.map((section) => ({ ...section, shortNames: [] })) };
    const listed = roster.sections.flatMap((section) => section.shortNames.filter((name) => name.endsWith('科')).map((name) => [name, section.name]));
    expect(listed).toHaveLength(7);
    expect(listed.map(([name = '']) => [name, sectionNamed(bare, name)?.name])).toEqual(listed);
  });

  test('[O6] a short name that two sections list means neither', () => {
    const shared: Roster = { people: [], sections: [{ name: '甲管理科', shortNames: ['管科'] }, { name: '乙管理科', shortNames: ['管科'] }] };
    expect(readSection(shared, '管科').kind).toBe('ambiguous');
  });

  test.each(nearest)('[O2] nearest to $input is $nearest', ({ input, nearest: expected }) => {
    expect(nearestName(roster, input)).toBe(expected ?? undefined);
  });

  test('[O6] the nearest section is offered by its full name', () => {
    expect(nearestSection(roster, '外贾科')).toBe('对外贸易科');
    expect(nearestSection(roster, '某某某某某某')).toBeUndefined();
  });

  test('[O8] 组长 and 副组长 lead, 成员 do not', () => {
    expect(['杨文光', '车洁', '邓善'].map((name) => personNamed(roster, name)).map((person) => person !== undefined && isLeader(person))).toEqual([true, true, false]);
    expect(roster.people.filter(isLeader)).toHaveLength(11);
  });
});
