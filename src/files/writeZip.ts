// Several files as one .zip, for copies that go out together (R1). Knows what Windows takes for the name of a file; nothing of what the files hold.
import type { Zippable } from 'fflate';
import { zipSync } from 'fflate';
import { fixedMoment } from './writeMoment';

/** A file with its name, such as 外贸科.xlsx. */
export interface NamedFile { readonly name: string; readonly bytes: Uint8Array }

/** What Windows refuses in names (https://learn.microsoft.com/windows/win32/fileio/naming-a-file), with invisible signs that only mislead. Unpaired halves of letters too: no archive can name them. */
const refused = new RegExp('[<>:"/\\\\|?*\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]', 'gu');
/** Names of devices, which are no files on Windows, and the one name that no object can have for a key. */
const unusable = /^(?:(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)|__proto__$)/i;
/** With the folder around it a path stays below the 260 that Explorer can unpack. */
const longestName = 120;
const nameless = '未命名';

/** Files in one archive. Names come out as Explorer and WPS can unpack them, each once; the same files give the same bytes. */
export function zipFiles(files: readonly NamedFile[]): Uint8Array {
  const taken = new Set<string>();
  const zipped: Zippable = {};
  for (const { name, bytes } of files) {
    const own = freeName(windowsName(name), taken);
    taken.add(own.toLowerCase());
    zipped[own] = [bytes, { mtime: fixedMoment, level: 6 }];
  }
  return zipSync(zipped);
}

/** A name that Windows takes: the same one where it can be, with _ for what it refuses, and no path in it. */
export function windowsName(name: string): string {
  const tame = name.normalize('NFC').replace(refused, '_').replace(/^\s+/, '').replace(/[\s.]+$/, '');
  const { stem, ending } = partsOf(tame);
  const short = [...stem].slice(0, longestName - [...ending].length).join('').trimEnd();
  const whole = `${short === '' ? nameless : short}${ending}`;
  return unusable.test(whole) ? `_${whole}` : whole;
}

function partsOf(name: string): { readonly stem: string; readonly ending: string } {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - ending.length), ending };
}

/** Windows does not tell capital letters from small ones. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const { stem, ending } = partsOf(name);
  let own = name;
  for (let number = 2; taken.has(own.toLowerCase()); number += 1) own = `${stem}(${String(number)})${ending}`;
  return own;
}
