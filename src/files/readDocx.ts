// A document of the .docx form: finds its tables and what it says of itself. Knows of a table only that it is read elsewhere.
import type { RawFile, RawTable } from '../core/rawTable';
import { refuse } from './fileRefusal';
import { WordTables } from './readDocxTables';
import type { ReadPace } from './readPace';
import { readProperties } from './readProperties';
import { readRelations } from './readRelations';
import { readXml } from './readXml';
import type { ZipParts } from './readZip';

/** Reads the tables of a Word document (I1, I2). */
export async function readDocx(name: string, parts: ZipParts, pace: ReadPace): Promise<RawFile> {
  const relations = await readRelations(parts, '', pace);
  const path = relations.find(({ kind }) => kind === 'officeDocument')?.target;
  if (path === undefined || !parts.has(path)) refuse('damaged');
  const listener = new WordTables();
  await readXml(parts, path, listener, pace);
  const tables: RawTable[] = listener.finish();
  if (tables.length === 0) refuse('noTable');
  return { name, kind: 'docx', tables, ...(await readProperties(parts, relations, pace)) };
}
