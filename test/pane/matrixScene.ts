// Matrices for the tests of the pane: 附件3 of 2021 as a document brings it, and other tables, read already; and the way from the first screen to them.
import { fireEvent, screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import type { RawCell, RawTable } from '../../src/core/rawTable';
import type { FileReading } from '../../src/files/readFileTables';
import type { PaneDoors } from '../../src/pane/doors';
import { drawn } from '../core/matrixTables/drawn';
import { matrixCells, matrixMerges } from '../files/matrixTable';
import { readingOf } from './returnedFiles';

/** 附件3 as a table of a document. */
export const matrix2021: RawTable = { name: '1', visibility: 'visible', cells: matrixCells, merges: matrixMerges };

/** A table of these cells. */
export function tableOf(name: string, cells: readonly (readonly RawCell[])[]): RawTable {
  return drawn(name, cells);
}

/** A document with these tables. */
export function documentOf(name: string, tables: readonly RawTable[]): Readonly<Record<string, FileReading>> {
  return { [name]: { ok: true, file: { name, kind: 'docx', tables, properties: {}, savedAt: '' } } };
}

/** Doors through which these files were read already. */
export function doorsReading(readings: Readonly<Record<string, FileReading>>): Partial<PaneDoors> {
  return { startReading: readingOf(readings) };
}

/** Chooses a source by its place in the list. */
export async function chooseSource(user: UserEvent, place: number): Promise<void> {
  const radio = (await screen.findAllByRole('radio'))[place];
  if (radio === undefined) throw new Error(`No source ${String(place)}.`);
  await user.click(radio);
}

/** Presses the first button at the bottom. */
export async function goOn(user: UserEvent): Promise<void> {
  const button = document.querySelector<HTMLButtonElement>('.screen-footer button');
  if (button === null) throw new Error('No way on.');
  await user.click(button);
}

/** Takes a file in, up to the screen of the matrix or to what is said against it. */
export async function takeFile(user: UserEvent, name: string, bytes: BlobPart[] = ['x']): Promise<void> {
  await chooseSource(user, 1);
  await user.upload(document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement, new File(bytes, name));
  await goOn(user);
}

/** Pastes into the box as a browser does. */
export function paste(field: HTMLElement, content: { readonly html?: string; readonly text?: string }): void {
  fireEvent.paste(field, { clipboardData: { getData: (kind: string) => (kind === 'text/html' ? (content.html ?? '') : (content.text ?? '')) } });
}
