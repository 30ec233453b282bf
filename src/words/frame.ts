// What stands around every screen of the pane: its title, its ways, and what is said when there is no Excel or the pane itself fails.

export const frameWords = {
  title: '任务台账',
  help: '使用说明',
  back: '返回',
  loading: '正在打开',
  toReports: '报送',
  toReturns: '收发',
  outsideTitle: '请在 Excel 中打开',
  outsideText: '这是 Excel 加载项“任务台账”的页面，离开 Excel 不能建立台账。请在 Excel 中打开工作簿，在“任务台账”选项卡上点“打开面板”。',
  tooOldTitle: '这个 Excel 的版本较旧',
  tooOldText: '任务台账需要 Excel 2021 或更新的版本。请升级 Excel，或换一台装有新版本的电脑打开本工作簿。',
  noOfficeTitle: '没有连上 Excel',
  noOfficeText: '与 Excel 通信的程序没有载入。请关闭面板后重新打开；仍然不行时，请管理员检查加载项是否部署完整。',
  crashTitle: '面板停止了工作',
  crashText: '请点“重新打开面板”，再看一遍台账是否完整。如果反复出现，请把下面的详情交给管理员。',
  reload: '重新打开面板',
  detailsLabel: '供管理员查看的详情',
  selectDetails: '选中详情',
  selectedDetails: '已选中，现在可以复制。',
};
