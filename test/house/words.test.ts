// How the sentences on screen are written: calm, and with Chinese punctuation. Looks at the texts of the files that hold words.
import ts from 'typescript';
import { codeUnder, eachNode, treeOf } from './sources';

const holders = codeUnder('src').filter(({ path }) => path.startsWith('src/words/') || path === 'src/sheets/titles.ts' || /^src\/workbench\/(.*\/)?(words|\w+Words)\.ts$/.test(path));

const texts = holders.flatMap((file) => {
  const found: { path: string; text: string }[] = [];
  eachNode(treeOf(file), (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) found.push({ path: file.path, text: node.text });
  });
  return found.filter(({ text }) => /\p{Script=Han}/u.test(text));
});

const those = (wrong: RegExp): string[] => texts.filter(({ text }) => wrong.test(text)).map(({ path, text }) => `${path}: ${text}`);

describe('words', () => {
  test('[H] there are words to look at', () => {
    expect(holders.length).toBeGreaterThan(5);
    expect(texts.length).toBeGreaterThan(100);
  });

  test('[H] no sentence raises its voice', () => {
    expect(those(/[!！]/)).toEqual([]);
  });

  // Excel's own status bar writes 求和: with a half-width colon, and the pretend one does as Excel does.
  test('[H] Chinese has Chinese punctuation', () => {
    expect(those(/\p{Script=Han}[,;:?]|[,;?](?=\p{Script=Han})/u).filter((found) => !/^src\/workbench\/words\.ts: \p{Script=Han}+: $/u.test(found))).toEqual([]);
  });

  test('[H] no sentence blames, and none hides behind a machine', () => {
    expect(those(/非法|错误的操作|您错|异常终止|未知异常|undefined|null|NaN/)).toEqual([]);
  });

  test('[H] quotation marks are Chinese and come in pairs', () => {
    expect(texts.filter(({ text }) => /\p{Script=Han}"|"\p{Script=Han}/u.test(text) && !/[ymdhs]"|"[ymdhs]/.test(text)).map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
  });
});
