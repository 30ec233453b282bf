// The properties of a document, from their three parts. Knows nothing of sheets.
import type { DocumentProperties } from '../book/bookApi';
import type { Archive } from './archive';
import { childOf, isYes } from './xmlReader';
import { decodeXstring } from './xmlText';
import { relationshipsOf } from './relationships';

/** Reads a document's properties, the custom ones too. */
export function readProperties(archive: Archive): DocumentProperties {
  const parts = relationshipsOf(archive, '');
  const part = (kind: string) => {
    const found = parts.find((each) => each.kind === kind);
    return found && archive.xml(found.target);
  };
  const [core, app, custom] = [part('core-properties'), part('extended-properties'), part('custom-properties')];
  const text = (root: typeof core, name: string) => decodeXstring(childOf(root, name)?.text ?? '');
  const [created, modified] = [moment(text(core, 'created')), moment(text(core, 'modified'))];
  return {
    title: text(core, 'title'), subject: text(core, 'subject'), author: text(core, 'creator'), keywords: text(core, 'keywords'), comments: text(core, 'description'),
    lastAuthor: text(core, 'lastModifiedBy'), category: text(core, 'category'), company: text(app, 'Company'), manager: text(app, 'Manager'),
    ...(created ? { created } : {}), ...(modified ? { modified } : {}),
    custom: new Map((custom?.children ?? []).flatMap(({ attributes, children: [value] }) => {
      const read = value && customValue(value.name, value.text);
      return attributes.name === undefined || read === undefined ? [] : [[decodeXstring(attributes.name), read] as const];
    })),
  };
}

function moment(text: string): Date | undefined {
  const date = new Date(text);
  return text === '' || Number.isNaN(date.getTime()) ? undefined : date;
}

/** ECMA-376 Part 1, 22.4: whole numbers and fractions of many widths, truth, moments, texts. */
function customValue(type: string, text: string): string | number | boolean | Date | undefined {
  if (type === 'bool') return isYes(text);
  if (/^(?:i\d|ui\d|int|uint|r4|r8|decimal)$/.test(type)) return Number(text);
  if (type === 'filetime' || type === 'date') return moment(text);
  return /^(?:lpw?str|bstr)$/.test(type) ? decodeXstring(text) : undefined;
}
