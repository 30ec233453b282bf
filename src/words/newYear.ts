// The screen of a new year: what is asked, every task's new deadline, what stays behind, and the new workbook as a file (L7, P1). Decides nothing.
const items = (count: number): string => `${String(count)}项`;

const byHand = '请用“文件”里的“另存为”，把本工作簿存成新文件；在新文件里清空落实情况、备注和办结日期，照本页的对照改完成时限，再到“设置”改标题、年度、发文日期和首次报送日。双月汇总、报送历史等旧表在新文件里删去。';

export const newYearWords = {
  title: '新年度',
  text: '照本工作簿的任务、名册和设置，另做一个新年度的工作簿。本工作簿不会改动，留作往年的记录。',
  issuedHelp: '新一年通知的印发日期',
  toPreview: '看预览',
  planning: '正在准备',
  toHome: '返回首页',
  settingsUnread: '设置表里有读不出来的内容，请先改好，再做新年度。',
  toSettings: '去改设置',
  refusedCount: (count: number) => `还有${items(count)}要改，改好后再看预览。`,

  previewTitle: (year: number) => `${String(year)}年台账：预览`,
  notYet: '以下内容写进新的工作簿。本工作簿一个字也不会改动。',
  tasksLabel: '任务',
  rosterLabel: '名册',
  people: (count: number) => `${String(count)}人，照旧`,
  titleLabel: '台账标题',
  issuedLabel: '发文日期',
  items,
  cleared: (count: number) => (count === 0 ? '旧台账里没有填过的任务。' : `旧台账里有${items(count)}填过落实情况、备注或办结日期，都留在旧台账里，新台账里是空的。`),
  deadlinesTitle: '完成时限',
  deadlinesText: (moved: number, kept: number) => `${items(moved)}顺移到新年度${kept === 0 ? '。' : `，${items(kept)}没有写明日子，照原样保留，请看一看。`}`,
  lookAt: '请看一看',
  into: '→',
  before: '原来',
  after: '新年度',
  emptyDue: '（空）',
  datesTitle: '报送安排',
  save: '生成新工作簿',
  drawing: '正在准备文件',
  back: '返回修改',
  saved: (file: string) => `“${file}”已交给浏览器保存，一般在“下载”文件夹里。打开它，核对完成时限，就可以开始用。`,
  saveAgain: (file: string) => `再存一次：${file}`,
  untouched: '本工作簿没有改动。',
  notSaved: `没有找到文件时，请点上面的链接再存一次。仍然没有的，说明这里不允许面板保存文件。${byHand}`,
  refusedSaving: (file: string) => `这里不允许面板保存文件，“${file}”没有存下来。${byHand}`,

  faultTitle: { newYearPlan: '没能准备新年度', newYearFile: '没能生成新工作簿' },
};
