// What Excel says about a formula that cannot be entered, as Excel in Chinese says it (wording assumed where Microsoft's pages do not quote it).
export const FAULT_WORDS = {
  general: '此公式有问题。不是要输入公式时，请在第一个字符前加上单引号 (\')。',
  brackets: '公式中缺少左括号或右括号，请检查公式中的括号是否成对。',
  braces: '公式中缺少左大括号或右大括号，请检查数组常量。',
  quotes: '公式中的文本缺少双引号，请在文本两端加上英文双引号 (")。',
  fullWidth: (sign: string) => `公式中有中文标点“${sign}”，请改用英文标点。`,
  tooFew: (name: string) => `您为函数 ${name} 输入的参数太少。`,
  tooMany: (name: string) => `您为函数 ${name} 输入的参数太多。`,
  longText: '公式中的文本值不能超过 255 个字符。若要使用更长的文本，请用 CONCATENATE 函数或连接运算符 (&)。',
  tooLong: '公式太长。公式的长度不能超过 8192 个字符。',
  tooDeep: '公式的嵌套超过 64 层，请减少嵌套。',
} as const;
