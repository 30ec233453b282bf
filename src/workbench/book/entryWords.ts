// The words of Excel's own alerts when it does not take what was typed, as Excel in Chinese says them.
export const ENTRY_WORDS = {
  protected: { title: 'Microsoft Excel', message: '您试图更改的单元格或图表位于受保护的工作表中。若要进行更改，请取消工作表保护。您可能需要输入密码。' },
  validation: { title: 'Microsoft Excel', message: '此值与此单元格定义的数据验证限制不匹配。' },
  formula: { title: 'Microsoft Excel', message: '此公式有问题。不是要输入公式时，请在第一个字符前加上单引号 (\')。' },
  tooLong: { title: 'Microsoft Excel', message: '文本超过 32767 个字符，单元格放不下。' },
  merged: { title: 'Microsoft Excel', message: '无法对合并单元格执行此操作。' },
} as const;
