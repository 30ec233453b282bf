// Finds where a text stops being JSON. Browsers say so in words of their own, and for short texts not at all.

const token = /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;
const blank = /[ \t\r\n]*/y;

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

/** The line, counted from 1, of the first thing that JSON does not allow; undefined where the text is JSON. */
export function lineOfJsonFault(text: string): number | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const afterValue = (): Expected => (open.length === 0 ? 'nothing' : 'commaOrEnd');
  for (;;) {
    const start = skipBlank(text, at);
    if (start === text.length) return expected === 'nothing' ? undefined : lineOf(text, start);
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) return lineOf(text, start);
    const next = step(found, expected, open, afterValue);
    if (next === undefined) return lineOf(text, start);
    expected = next;
    at = token.lastIndex;
  }
}

/** What may come after a token; undefined where the token may not stand there. Opens and closes brackets. */
function step([, sign, string, word]: RegExpExecArray, expected: Expected, open: ('{' | '[')[], afterValue: () => Expected): Expected | undefined {
  const takesValue = expected === 'value' || expected === 'valueOrEnd';
  if (string !== undefined && (expected === 'key' || expected === 'keyOrEnd')) return 'colon';
  if (string !== undefined || word !== undefined) return takesValue ? afterValue() : undefined;
  switch (sign) {
    case '{': case '[':
      if (!takesValue) return undefined;
      open.push(sign);
      return sign === '{' ? 'keyOrEnd' : 'valueOrEnd';
    case '}': case ']': {
      const mayEnd = expected === 'commaOrEnd' || expected === (sign === '}' ? 'keyOrEnd' : 'valueOrEnd');
      if (!mayEnd || open.pop() !== (sign === '}' ? '{' : '[')) return undefined;
      return afterValue();
    }
    case ':': return expected === 'colon' ? 'value' : undefined;
    case ',': return expected !== 'commaOrEnd' ? undefined : open[open.length - 1] === '{' ? 'key' : 'value';
    default: return undefined;
  }
}

function skipBlank(text: string, at: number): number {
  blank.lastIndex = at;
  blank.exec(text);
  return blank.lastIndex;
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n|\r|\n/).length;
}
