// What a document says of itself: when it was saved, and properties of its own. Knows no sheet and no table.
import type { RawFile } from '../core/rawTable';
import { fileLimits } from './fileLimits';
import { refuse } from './fileRefusal';
import type { ReadPace } from './readPace';
import type { Relation } from './readRelations';
import { readXml } from './readXml';
import type { ZipParts } from './readZip';

/** Properties by names that a file chooses. Without a prototype, a name such as __proto__ is a name. */
export const noProperties = (): Record<string, string> => Object.create(null) as Record<string, string>;

/** The own properties of a document and when it was last saved (R2). */
export async function readProperties(parts: ZipParts, relations: readonly Relation[], pace: ReadPace): Promise<Pick<RawFile, 'properties' | 'savedAt'>> {
  const pathOf = (kind: string): string | undefined => relations.find((relation) => relation.kind === kind && parts.has(relation.target))?.target;
  return { properties: await readOwn(parts, pathOf('custom-properties'), pace), savedAt: await readSavedAt(parts, pathOf('core-properties'), pace) };
}

async function readOwn(parts: ZipParts, path: string | undefined, pace: ReadPace): Promise<Record<string, string>> {
  const properties = noProperties();
  if (path === undefined) return properties;
  let name: string | undefined;
  let value = '';
  let count = 0;
  await readXml(parts, path, {
    open: (element, attributes) => {
      if (element !== 'property') return;
      name = attributes['name'];
      value = '';
    },
    close: (element) => {
      if (element !== 'property' || name === undefined) return;
      count += 1;
      if (count > fileLimits.properties || value.length > fileLimits.textLength) refuse('damaged');
      properties[name] = value.trim();
      name = undefined;
    },
    text: (piece) => {
      if (name !== undefined) value += piece;
    },
  }, pace);
  return properties;
}

async function readSavedAt(parts: ZipParts, path: string | undefined, pace: ReadPace): Promise<string> {
  let savedAt = '';
  let isSavedAt = false;
  if (path === undefined) return savedAt;
  await readXml(parts, path, {
    open: (name) => {
      isSavedAt = name === 'modified';
    },
    close: () => {
      isSavedAt = false;
    },
    text: (piece) => {
      if (isSavedAt) savedAt += piece;
    },
  }, pace);
  return savedAt.trim();
}
