// The protection of a sheet, to and from its one element. Knows rights, not cells.
import { hashSheetPassword } from 'hucre/xlsx';
import type { Protection } from '../book/model';
import { RIGHTS } from './fileNames';
import { element, type Attributes } from './xmlText';
import { isYes } from './xmlReader';

/** What is not allowed is forbidden, as Excel does when it protects a sheet. */
export function protectionPart(protection: Protection | undefined): string {
  if (!protection) return '';
  const { options, password } = protection;
  const rights: Record<string, Attributes[string]> = { password: password === undefined ? undefined : hashSheetPassword(password), sheet: true };
  for (const [option, attribute, forbiddenUnlessSaid] of RIGHTS) {
    const allowed = options[option] === true;
    if (allowed === forbiddenUnlessSaid) rights[attribute] = !allowed;
  }
  if (options.selectionMode === 'Unlocked' || options.selectionMode === 'None') rights.selectLockedCells = true;
  if (options.selectionMode === 'None') rights.selectUnlockedCells = true;
  return element('sheetProtection', rights);
}

/** Rights that are not given are left out. A password is a hash in files and cannot be read: `hasPassword` tells that there was one. */
export function readProtection(attributes: Readonly<Record<string, string>>): { protection: Protection; hasPassword: boolean } | undefined {
  if (!isYes(attributes.sheet)) return undefined;
  const options: Protection['options'] = {};
  for (const [option, attribute, forbiddenUnlessSaid] of RIGHTS) {
    const said = attributes[attribute];
    if (said === undefined ? !forbiddenUnlessSaid : !isYes(said)) options[option] = true;
  }
  if (isYes(attributes.selectUnlockedCells)) options.selectionMode = 'None';
  else if (isYes(attributes.selectLockedCells)) options.selectionMode = 'Unlocked';
  return { protection: { options }, hasPassword: attributes.password !== undefined || attributes.hashValue !== undefined };
}
