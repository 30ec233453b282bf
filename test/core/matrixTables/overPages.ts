// A table of a document that pages cut: the head said again, a row torn in its task and in its list of units, and a last piece without a head.
import type { MatrixCase } from './drawn';
import { drawn, left, up } from './drawn';

const head = ['考核指标', '主要任务', '配合部门', '责任部门', '负责人', '完成期限'];

export const overPages: MatrixCase = {
  title: 'head repeated over pages, torn rows, pieces of a table that go on',
  year: 2022,
  tables: [
    drawn('1', [['姓名', '职务'], ['车洁', '副局长']]),
    drawn('2', [
      head,
      ['（一）市场准入', '① 清理市场准入隐性壁垒，建立问题台账。', '市发改局、市市场监管局', '市场科', '蔡 贡', '2022.6.30'],
      [up, '② 落实外商投资准入前国民待遇加负面清单管理制度，全面', '市发改局、市税', '外资科', '黄万红', '２０２２年１２月'],
      head,
      ['', '清理与外商投资法不符的规定。', '务局、市司法局', '', '', ''],
      [up, '③ 建立外资项目专班', '', '', '', ''],
      ['— 3 —', left, left, left, left, left],
    ]),
    drawn('3', [
      head,
      ['（二）贸易便利', '① 推广“单一窗口”。', '湛江海关', '港口科', '胡毅', '2022年9月15日前'],
      [up, up, '湛江海事局', '东盟科', '王 艳', up],
    ]),
    drawn('4', [
      ['', '② 扩大关税保证保险应用。', '湛江海关', '港口科', '胡毅', '四季度'],
      ['（三）政务服务', '① 推行一网通办。', '/', '审批科', '孙媛媛', '二〇二二年十月上旬'],
    ]),
  ],
  tasks: [
    { id: '1.1', indicator: '市场准入', supportUnits: '市发改局、市市场监管局', text: '清理市场准入隐性壁垒，建立问题台账。', sections: '市场科', owners: '蔡贡', due: '2022年6月30日 2022-06-30' },
    { id: '1.2', indicator: '市场准入', supportUnits: '市发改局、市税务局、市司法局', text: '落实外商投资准入前国民待遇加负面清单管理制度，全面清理与外商投资法不符的规定。', sections: '外资科', owners: '黄万红', due: '2022年12月 2022-12-31' },
    { id: '1.3', indicator: '', text: '建立外资项目专班' },
    { id: '2.1', indicator: '贸易便利', supportUnits: '湛江海关、湛江海事局', text: '推广“单一窗口”。', sections: '港口科、东盟科', owners: '胡毅、王艳', due: '2022年9月15日 2022-09-15' },
    { id: '2.2', indicator: '', supportUnits: '湛江海关', text: '扩大关税保证保险应用。', sections: '港口科', owners: '胡毅', due: '2022年第四季度 2022-12-31' },
    { id: '3.1', indicator: '政务服务', text: '推行一网通办。', sections: '审批科', owners: '孙媛媛', due: '2022年10月上旬 2022-10-10' },
  ],
  leftOut: ['headRepeated 考核指标', 'headRepeated 主要任务', 'headRepeated 配合部门', 'headRepeated 责任部门', 'headRepeated 负责人', 'headRepeated 完成期限', 'pageNumber — 3 —'],
  guesses: ['tableGoesOn 2!A1', 'tableGoesOn 3!A1', 'textGoesOn B5', 'sharedTask 2!C3', 'ordinalOff B2', 'leftOutRow A4', 'leftOutRow A7', 'placeholder 3!C2'],
  problems: [
    'I3.lacksColumn leadUnit', 'I3.lacksColumn leaders', 'I2.emptyCells indicator', 'I2.emptyCells supportUnits', 'I2.emptyCells sections', 'I2.emptyCells owners', 'I2.emptyCells due', 'I1.tablesLeftOut ',
  ],
};
