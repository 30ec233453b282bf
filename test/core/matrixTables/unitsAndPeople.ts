// A table in which units and people share a column, the lead is marked, units stand one to a line, and a task cell covers the rows of two sections.
import type { MatrixCase } from './drawn';
import { drawn, left, up } from './drawn';

export const unitsAndPeople: MatrixCase = {
  title: 'units and people in one column, units one to a line, one task for two rows, another task with two deadlines',
  year: 2022,
  tables: [drawn('整治清单', [
    ['牵头单位', '参与单位', '整改时限', '责任单位及责任人', '具体举措', '工作领域', '备注'],
    ['市商务局', '市交通运输局\n湛江海关', '2022年8月底前完成', '港口科（胡 毅）', '第一，公示港口收费目录清单', '一、口岸提效', ''],
    [up, '市税务局 市财政局', '2022年8月', '外贸科：邓善', '第二，规范进出口环节中介收费', up, '虚拟示例'],
    [up, up, up, '外资科 黄万红', up, up, ''],
    ['市政务服务数据管理局', '各有关单位', '2022-10-15', '审批科、孙媛媛', '（1）精简外资审批材料', '二、审批提速', ''],
    [up, up, '2022-11-15', up, up, up, '分两步'],
    ['市商务局', left, '长期', '公平贸易与法规科（蔡方培）、对外贸易科（邓善）', '2.建立涉企政策库，动态更新', '同上', ''],
  ])],
  tasks: [
    { id: '1.1', indicator: '口岸提效', leadUnit: '市商务局', supportUnits: '市交通运输局、湛江海关', text: '公示港口收费目录清单', sections: '港口科', owners: '胡毅', due: '2022年8月 2022-08-31' },
    { id: '1.2', indicator: '口岸提效', leadUnit: '市商务局', supportUnits: '市税务局、市财政局', text: '规范进出口环节中介收费', sections: '外贸科、外资科', owners: '邓善、黄万红', due: '2022年8月 2022-08-31', remark: '虚拟示例' },
    { id: '2.1', indicator: '审批提速', leadUnit: '市政务服务数据管理局', supportUnits: '各有关单位', text: '精简外资审批材料', sections: '审批科', owners: '孙媛媛', due: '2022年10月15日 2022-10-15' },
    { id: '2.2', indicator: '审批提速', leadUnit: '市政务服务数据管理局', supportUnits: '各有关单位', text: '精简外资审批材料', sections: '审批科', owners: '孙媛媛', due: '2022年11月15日 2022-11-15', remark: '分两步' },
    { id: '2.3', indicator: '审批提速', leadUnit: '市商务局', text: '建立涉企政策库，动态更新', sections: '公平贸易与法规科、对外贸易科', owners: '蔡方培、邓善', due: '长期 无期限' },
  ],
  leftOut: [],
  guesses: ['twoInOne D1', 'unitsByLines B2', 'unitsByLines B3', 'partedInTwo D2', 'ordinalOff E2', 'sharedTask D4', 'sideways A7', 'sameAsAbove F7', 'ordinalOff E7'],
  problems: ['I3.lacksColumn leaders', 'I2.emptyCells supportUnits'],
};
