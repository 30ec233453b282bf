// The text of a notice as a draft plan: that of 2021 word for word, others with what they lack, and any text without falling over.
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNotice, unitInMatrix } from '../../src/core/notice';
import { body2021, plan2021 } from './plans';

const notice = readFileSync(join(__dirname, '..', '..', 'seeds', 'notice-2021.txt'), 'utf8');
const plan = plan2021();
const kinds = (text: string): readonly string[] => readNotice(text).problems.map(({ rule, kind }) => `${rule}.${kind}`);

describe('the notice of 2021', () => {
  const reading = readNotice(notice);

  test('[I6] its body is the body of the seeds', () => {
    expect(reading.body).toEqual(body2021());
  });

  test('[L9][O6] its roster is that of the seeds, short names among it', () => {
    expect(reading.roster).toEqual(plan.roster);
    expect(reading.shortNames.open).toEqual([]);
  });

  test('[P1][D4] its settings are those of the seeds: title, unit, year, day of issue, first report and rhythm, the section that takes reports', () => {
    expect(reading.draft?.settings).toEqual(plan.settings);
  });

  test('[I1] its tasks are a draft: text, deadline and sections of the body, nobody who answers', () => {
    expect(reading.draft?.tasks.map(({ id, indicator, sections, due }) => ({ id, indicator, sections, due }))).toEqual(plan.tasks.map(({ id, indicator, sections, due }) => ({ id, indicator, sections, due })));
    expect(reading.draft?.tasks.map(({ leadUnit, supportUnits }) => [leadUnit, ...supportUnits].join())).toEqual([
      ',市商务局', '市商务局', '市商务局', '市商务局', ',市商务局', ',市商务局', ',市商务局', ',市商务局', ',市商务局', ',市商务局', ',市商务局', ',市商务局', '市商务局',
    ]);
    expect(reading.draft?.tasks.every(({ leaders, owners, progress }) => leaders.length === 0 && owners.length === 0 && progress === '')).toBe(true);
  });

  test('[I5] each thing taken says the words that it was taken from', () => {
    const said = Object.fromEntries(reading.guesses.map(({ field, text, understood }) => [field, `${text} → ${understood}`]));
    expect(said).toMatchObject({
      issuedOn: '2021年3月4日印发 → 2021-03-04', title: '《湛江市商务局“营商环境整治提升年”活动实施方案》 → 湛江市商务局“营商环境整治提升年”活动工作任务台账',
      everyMonths: '每双月20日 → 2', firstCutOff: '首次报送时间为4月20日 → 2021-04-20', office: '审批科 → 审批科',
      sections: '该项工作我局作为牵头单位，涉及1个指标，按照科室职责和分工，由外资科会外贸科、东盟科、港口科负责。 → 外资科、外贸科、东盟科、港口科',
    });
    expect(new Set(reading.guesses.map(({ key }) => key)).size).toBe(reading.guesses.length);
  });

  test('[I1][X3] its flattened table is said to be none', () => {
    expect(reading.problems).toEqual([{ rule: 'I1', kind: 'tableAsText', level: 'warning', at: {}, values: {} }]);
  });

  test('[I1] it reads the same on one line for each paragraph, as a browser copies it', () => {
    const unwrapped = notice.replace(/[ \t]*\n[ \t\n]*/g, '\n').replace(/([^。）：\n号])\n(?=[\u3400-\u9fff“”，。、（]+)(?!附件|（[一二三四五六]）|[一二三四五]、|组|副组|成|湛江市商务局\n|该项)/g, '$1');
    const again = readNotice(unwrapped);
    expect(again.body).toEqual(body2021());
  });
});

// Another city's notice, invented after the usual shape.
const other = `某市商务局关于印发《某市商务局优化口岸营商环境工作方案》的通知
各县（市、区）商务主管部门，局机关各科室：
现将《某市商务局优化口岸营商环境工作方案》印发给你们。
某市商务局
2022年2月28日
附件：1.某市商务局优化口岸营商环境工作方案
附件1
某市商务局优化口岸营商环境工作方案
一、总体要求
（一）坚持问题导向。对标一流。
二、重点任务
（一）压缩通关时间。
1.推广“提前申报”模式，2.5小时内放行。（完成时限：6月底前）
2.建立通关时效通报机制。
上述任务我局作为牵头单位，涉及3项任务，由口岸科会同贸促会负责。
（二）降低进出口成本。公示口岸收费目录。（完成时间：长期坚持）
三、工作要求
（一）加强领导。各科室每季度末25日前报综合科汇总。`;

describe('other notices', () => {
  test('[I1][I6] are read as far as they go, and what they lack is said', () => {
    const reading = readNotice(other);
    expect(reading.body).toEqual({
      unit: '市商务局',
      indicators: [
        { indicator: '压缩通关时间', role: 'lead', count: 3, sections: ['口岸科', '贸促会'], tasks: [{ text: '推广“提前申报”模式，2.5小时内放行。', due: '6月底前' }, { text: '建立通关时效通报机制。', due: '' }] },
        { indicator: '降低进出口成本', role: 'support', count: 1, sections: [], tasks: [{ text: '公示口岸收费目录。', due: '长期坚持' }] },
      ],
    });
    expect(reading.draft?.settings).toMatchObject({ unit: '某市商务局', year: 2022, issuedOn: '2022-02-28', office: '综合科', title: '某市商务局优化口岸营商环境工作任务台账', calendar: { firstCutOff: '2022-03-25', everyMonths: 3, weekendRule: 'before' } });
    expect(reading.draft?.tasks.map(({ due }) => due.kind)).toEqual(['date', 'empty', 'open']);
    expect(reading.problems.map(({ rule, kind, values }) => [`${rule}.${kind}`, values['field'] ?? values['body'] ?? ''])).toEqual([
      ['I1.noFirstReport', ''], ['I1.noRosterText', ''], ['I1.bodyLacksDue', 'due'], ['I6.bodyCount', 3], ['I1.bodyLacks', 'closing'],
    ]);
    expect(reading.guesses.find(({ reason }) => reason === 'usual')).toMatchObject({ field: 'firstCutOff', understood: '2022-03-25' });
  });

  test('[I1][X3] a text that is no notice says so, and makes no draft', () => {
    for (const text of ['', '会议纪要', '2021年3月4日\n湛江市商务局']) {
      expect(readNotice(text).draft).toBeUndefined();
      expect(kinds(text)).toEqual(['I1.noNotice']);
    }
  });

  test('[I1] a list of people alone makes a draft with people', () => {
    const reading = readNotice('组长：杨文光 局长\n成员：邓善 对外贸易科科长');
    expect(reading.draft?.roster.people.map(({ name }) => name)).toEqual(['杨文光', '邓善']);
    expect(reading.problems.map(({ kind }) => kind)).toEqual(['noIssueDay', 'noUnit', 'noTitle', 'noRhythm', 'noFirstReport', 'noOffice', 'noBodyText']);
  });

  test('[I1] how a matrix calls a bureau', () => {
    expect(['湛江市商务局', '广东省商务厅', '徐闻县发展和改革局', '商务局', ''].map(unitInMatrix)).toEqual(['市商务局', '省商务厅', '县发展和改革局', '商务局', '']);
  });

  test('[X3] any text is read without falling over, also the notice cut and mixed', () => {
    const cut = fc.tuple(fc.nat(notice.length), fc.nat(notice.length)).map(([from, to]) => notice.slice(Math.min(from, to), Math.max(from, to)));
    const piece = fc.constantFrom('附件1\n', '附件 2\n', '一、重点任务', '（一）获得信贷。', '1．', '（完成时限：', '2021年9月', '）', '该项工作', '由外贸科会', '负责。', '组长：车洁 副局长\n', '每双月20日前报审批科', '《', '方案》', '2021年13月40日');
    fc.assert(fc.property(fc.array(fc.oneof(piece, cut, fc.string({ unit: 'grapheme' })), { maxLength: 12 }).map((pieces) => pieces.join('')), (text) => {
      const reading = readNotice(text);
      expect(reading.draft !== undefined || reading.problems.some(({ level }) => level === 'error')).toBe(true);
      expect(new Set(reading.draft?.tasks.map(({ id }) => id)).size).toBe(reading.draft?.tasks.length ?? 0);
    }), { numRuns: 150 });
  });
});
