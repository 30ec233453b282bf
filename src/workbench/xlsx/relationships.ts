// Which part of a package belongs to which, by relationship. Knows paths, not contents.
import type { Archive } from './archive';

export interface Relationship { readonly id: string; /** The last word of the type's address, e.g. worksheet. */ readonly kind: string; readonly target: string; readonly isExternal: boolean }

/** The relationships of a part; '' is the package itself. */
export function relationshipsOf(archive: Archive, path: string): Relationship[] {
  const cut = path.lastIndexOf('/') + 1;
  const list = archive.xml(`${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`);
  return (list?.children ?? []).filter((each) => each.name === 'Relationship').map(({ attributes }) => {
    const isExternal = attributes.TargetMode === 'External';
    const target = attributes.Target ?? '';
    return { id: attributes.Id ?? '', kind: (attributes.Type ?? '').split('/').at(-1) ?? '', isExternal, target: isExternal ? target : resolved(path.slice(0, cut), target) };
  });
}

function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
