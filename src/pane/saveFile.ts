// Hands a file to the browser to be saved, by a link with the file's name. Knows the page, and neither Excel nor what the file holds.
import type { MadeFile } from '../actions/reportFile';

/** A file that a link leads to, until it is let go. */
export interface LinkedFile { readonly name: string; readonly href: string; readonly letGo: () => void }

/** Has the browser save a file; undefined where it refuses to give a file an address. Whether it then saves, a page is never told. */
export function saveFile({ name, bytes, type }: MadeFile): LinkedFile | undefined {
  const link = document.createElement('a');
  // Browsers without either of these open the file in place of the pane, or nothing at all.
  if (!('download' in link) || !('createObjectURL' in URL)) return undefined;
  // A copy, for a file may be a part of a larger store of bytes.
  const href = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type }));
  link.href = href;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  return { name, href, letGo: () => { URL.revokeObjectURL(href); } };
}
