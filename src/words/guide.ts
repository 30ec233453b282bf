// The one screen that explains the add-in.

export const guideWords = {
  title: '任务台账怎样用',
  intro: '把任务分工表变成可填报、可核对的台账。全部在本机完成，不向外发送数据。',
  stepsLabel: '三步',
  steps: [
    { title: '建立台账', text: '选方案、看预览，确认后写入任务台账、名册、设置三张新表，其他表不动。' },
    { title: '各科室填报', text: '用 Excel 或 WPS 填写，不必装加载项。' },
    { title: '汇总', text: '按报送期收齐。更新台账不丢已填内容。' },
  ],
  skip: '跳过',
  begin: '开始使用',
  done: '看完了',
  again: '以后点右上方的问号可以再看。',
};
