// Which part of a zip leads to which: the relationships of office documents. Knows nothing of what the parts hold.
import type { ReadPace } from './readPace';
import { readXml } from './readXml';
import type { ZipParts } from './readZip';

export interface Relation {
  readonly id: string;
  /** The last word of its type, which the two editions of the standard share: worksheet, styles, officeDocument. */
  readonly kind: string;
  /** Path of a part from the root of the zip. */
  readonly target: string;
}

/** The relationships of a part, or those of the whole document where the path is empty. Addresses outside of the file are left out. */
export async function readRelations(parts: ZipParts, path: string, pace: ReadPace): Promise<readonly Relation[]> {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const at = `${folder}_rels/${path.slice(slash)}.rels`;
  const relations: Relation[] = [];
  if (!parts.has(at)) return relations;
  await readXml(parts, at, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const type = attributes['Type'] ?? '';
      relations.push({ id: attributes['Id'] ?? '', kind: type.slice(type.lastIndexOf('/') + 1), target: pathFrom(folder, attributes['Target'] ?? '') });
    },
  }, pace);
  return relations;
}

/** A target is written from its own folder or, with a slash, from the root. */
function pathFrom(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
