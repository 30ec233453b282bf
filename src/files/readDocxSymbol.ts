// Signs that Word keeps as places in a symbol font, as the characters that everybody has. Knows ticks and boxes, and no document.

/** The places of ticks, crosses and boxes that forms use. */
const signs = new Map<string, Readonly<Record<number, string>>>([
  ['wingdings', { 0x6c: '●', 0x6e: '■', 0x6f: '□', 0xa8: '□', 0xd8: '➢', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑' }],
  ['wingdings 2', { 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0xa3: '□' }],
  ['symbol', { 0xa3: '≤', 0xb3: '≥', 0xb0: '°', 0xb1: '±', 0xb4: '×', 0xb7: '•' }],
]);

/** A sign by its font and its place there, in hexadecimal as Word writes it; one that is not known keeps its place. */
export function symbolOf(font: string, place: string): string {
  const code = parseInt(place, 16);
  if (!Number.isInteger(code) || code < 0x20 || code > 0xffff) return '';
  // Symbol fonts are written from F000 on.
  return (code >= 0xf000 ? signs.get(font.toLowerCase())?.[code - 0xf000] : undefined) ?? String.fromCharCode(code);
}
