// 附件3 of the notice as each of the forms brings it, written out: names one under the other, ordinals as printed, cells merged as in the notice. Knows no reader.
import type { RawCell, RawMerge } from '../../src/core/rawTable';
import { drawn, up } from '../core/matrixTables/drawn';

const table = drawn('1', [
  ['指标名称', '牵头单位', '配合单位', '工作任务', '分管领导', '责任科室', '责任人', '完成时限', '落实情况', '备注'],
  ['（一）获得信贷', '市金融工作局', '市财政局、市发改局、市工信局、市科技局、市商务局、市农业农村局、市国资委、市自然资源局、市住建局、市税务局、市人社局、市市场监管局、市生态环境局', '支持优质企业利用多层次资本市场上市挂牌融资，对企业上市挂牌给予奖励，推动建立企业上市后备资源库。', '张光强\n李 颖', '外贸科\n外资科', '邓 善\n黄万红', '2021年12月', '', ''],
  ['(二)跨境贸易', '市商务局', '湛江海关、市交通运输局、湛江港（集团）股份有限公司', '充分发挥国际贸易“单一窗口”，推行通关放行、港口作业、物流运输各环节并联改革。（参照上海市做法）', '车 洁', '港口科', '胡 毅', '2021年9月', '', ''],
  [up, up, '湛江海关、市交通运输局、湛江港（集团）股份有限公司、市发改局、市财政局、市金融工作局', '梳理跨境贸易全流程收费事项，清理随附单证，全面实施港口收费清单公示，降低跨境贸易总费用水平。推广“两步申报”“提前申请”，实施预约通关，扩大“关税保证保险”应用范围，取消一批进口出口单证，建立申报容错机制。（参照上海市做法）', up, up, '胡 毅', '2021年6月', '', ''],
  [up, up, '湛江海关、市交通运输局、湛江港（集团）股份有限公司', '严格执行国家关于货物港务费、港口设施保安费、港口建设费等港口规费的收费优惠规定，积极协调港口企业推动降低港口作业搬移费收费标准。压缩进出口整体通关时间，进口整体通关时间优于全省平均水平，出口整体通关时间压缩至2.5个小时。（参照上海市做法）', '车 洁', '港口科', '胡 毅', '2021年9月', '', ''],
  ['(三)招标投标', '市发改局', '市公共资源交易中心、市住建局、市交通运输局、市商务局、市水务局、市财政局', '完善招标代理信用档案，建立守信激励和失信惩戒的机制。', '张光强\n彭国坚', '外贸科\n市场科', '邓 善\n蔡 贡', '2021年12月', '', ''],
  [up, up, up, '切实减轻中小企业的负担，对要求提交的各类保证金的数额作出最高限制要求。支持企业招标自主决策权落实，推行工程项目总承包和联合打捆招标。', up, up, up, up, '', ''],
  [up, up, up, '加大对评标专家管理力度，严厉打击评标违法违规行为。', up, up, up, up, '', ''],
  [up, '市政务服务数据管理局', '市发改局、市公共资源交易中心、市交通运输局、市商务局、市水务局、市财政局', '推进建设智慧监管系统，进一步完善公共资源交易监督功能，为行业主管部门、监督部门在线全流程监管提供通道，依托交易平台实现市场主体和交易过程信息全面记录、实时交互、过程留痕；通过与行业主管部门实现对接和信息共享，加强对重点领域、重点环节的监督力度。', up, up, up, up, '', ''],
  ['(四)知识产权创造、运用和保护', '市中级法院', '湛江海关、市商务局、市检察院、市市场监管局', '通过法院与海关签署合作备忘录，以构建过关商品知识产权侵权信息共享机制为核心，建立进出口贸易环节知识产权行政与司法协同保护新模式，主要包括建立知识产权侵权黑名单、涉知识产权案件快速取证通道、进出口贸易知识产权纠纷调解员提前介入化解机制等，促进进出口贸易知识产权纠纷高效化解。（参照北京市做法）', '李平军\n张光强', '法规科\n外贸科', '蔡方培\n邓 善', '2021年9月', '', ''],
  ['(五)政务服务', '市政务服务数据管理局', '市相关单位', '全面提升“互联网+政务服务”水平，建设完善一体化在线政务服务平台，深度融合身份验证、预约、办理、送达等全流程在线服务功能，实现依申请事项可网办率95%以上，政务服务大厅办理事项网上可预约率100%。', '蔡里强', '审批科', '孙媛媛', '2021年9月', '', ''],
  [up, up, '市相关单位', '建立健全政企互动沟通机制。在市政府门户网站设立营商环境成果展示专窗，汇集展示我市优化营商环境改革政策，改革成果，提高政策覆盖面和知晓度。依托市政府门户网站及政务服务大厅，建立线上线下相融合的企业建议、咨询、投诉平台，创新政企互动机制。在全市政务服务大厅100%建立政务服务“好差评”机制，明确评价规则，动态公布榜单，建设线上线下相统一、多渠道、全方位的评价体系。', up, up, up, up, '', ''],
  [up, up, up, '梳理与海南、广西等相邻省份地市政务服务“跨省通办事项”，优化系统对接，推动政务服务高频事项，实现“跨省通办”，全程“网办”。', '蔡里强', '审批科', '孙媛媛', '2021年12月', '', ''],
  ['（六）包容普惠创新', '市商务局', '市金融工作局、市交通运输局、市发改局、市投资促进局', '落实省及市“外资十条”，实施利用外资奖励机制，支持外贸企业深耕欧美日韩市场，开拓东盟等“一带一路”沿线国家市场。深入推进“一通道、一港区、一示范”建设，深度参与西部陆海新通道建设，加强与通道沿线省（区、市）交流合作。', '李 颖\n张光强\n王华榕\n车 洁', '外资科\n外贸科\n东盟科\n港口科', '黄万红\n邓 善\n王 艳\n胡 毅', '2021年12月', '', ''],
]);

const byPlace = (one: RawMerge, other: RawMerge): number => one.row - other.row || one.column - other.column;

/** Merges in the order of their places, for programs write them in orders of their own. */
export const sorted = (merges: readonly RawMerge[]): readonly RawMerge[] => [...merges].sort(byPlace);

/** Rows without the empty cells at their ends, and without empty rows at the end of the table. */
function bare(rows: readonly (readonly RawCell[])[]): readonly (readonly RawCell[])[] {
  const shorter = rows.map((row) => row.slice(0, row.reduce<number>((last, cell, column) => (cell === '' ? last : column + 1), 0)));
  return shorter.slice(0, shorter.reduce((last, row, index) => (row.length === 0 ? last : index + 1), 0));
}

/** The head and the thirteen tasks, with the merges of the notice. */
export const matrixCells = bare(table.cells);
export const matrixMerges = sorted(table.merges);

/** The same under a title that is merged over all columns, as on a sheet. */
export const titledCells: readonly (readonly RawCell[])[] = [['附件3 任务分工表'], ...matrixCells];
export const titledMerges: readonly RawMerge[] = [{ row: 0, column: 0, rows: 1, columns: 10 }, ...matrixMerges.map((merge) => ({ ...merge, row: merge.row + 1 }))];

export { bare };
