// How the sections of a task stood with their returns when a report was made (R13), as a text that the history keeps and that reads back exactly. Knows no sheet.

/** A section of a task: when its copy went out, when its return was taken, whether it had nothing of its own on the task. Days and times as 2021-06-04 and 2021-06-17 10:00; '' where it was not. */
export interface SectionReturn { readonly section: string; readonly sentOn: string; readonly returnedAt: string; readonly isMissing: boolean }

const words = { sent: '分发', returned: '回收', missing: '缺填' } as const;
const form = /^(.+?)（(?:分发(\d{4}-\d{2}-\d{2}))?(?:，?回收(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?))?(，?缺填)?）$/;

/** One line for each section that was sent a copy, e.g. 外贸科（分发2021-06-04，回收2021-06-17 10:00）. */
export function writeSectionReturns(returns: readonly SectionReturn[]): string {
  return returns.map(({ section, sentOn, returnedAt, isMissing }) => {
    const said = [...(sentOn === '' ? [] : [`${words.sent}${sentOn}`]), ...(returnedAt === '' ? [] : [`${words.returned}${returnedAt}`]), ...(isMissing ? [words.missing] : [])];
    return `${section}（${said.join('，')}）`;
  }).join('\n');
}

/** Reads the lines back; a line that is none is nothing. */
export function readSectionReturns(text: string): readonly SectionReturn[] {
  return text.split('\n').flatMap((line): readonly SectionReturn[] => {
    const found = form.exec(line.trim());
    return found === null ? [] : [{ section: found[1] ?? '', sentOn: found[2] ?? '', returnedAt: found[3] ?? '', isMissing: found[4] !== undefined }];
  });
}
