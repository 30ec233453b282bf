// XML read piece by piece and strictly: what is not well formed is damage, document types are refused and so no entity can grow. Knows nothing of tables.
import { SaxesParser } from 'saxes';
import { fileLimits } from './fileLimits';
import { refuse, refuseAsDamaged } from './fileRefusal';
import type { ReadPace } from './readPace';
import type { ZipParts } from './readZip';

/** Attributes by their names as written, prefix and all; made without a prototype. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What is told of a document, element by element. Names come without their prefix. */
export interface XmlListener {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** An attribute by its name without prefix: programs choose their prefixes freely. */
export function attributeOf(attributes: XmlAttributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}

/** xsd:boolean, where an attribute without a value means yes, as in Word. */
export const isOn = (value: string | undefined): boolean => value === undefined || value === '1' || value === 'true' || value === 'on';

/** Reads a part of a zip from end to end. */
export async function readXml(parts: ZipParts, path: string, listener: XmlListener, pace: ReadPace): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false } as const);
  const localNames = new Map<string, string>();
  const local = (name: string): string => {
    let found = localNames.get(name);
    if (found === undefined) {
      found = name.slice(name.indexOf(':') + 1);
      localNames.set(name, found);
    }
    return found;
  };
  let depth = 0;
  parser.on('error', () => refuse('damaged'));
  parser.on('doctype', () => refuse('damaged'));
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > fileLimits.depth) refuse('damaged');
    listener.open(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    listener.close?.(local(tag.name));
  });
  if (listener.text !== undefined) {
    parser.on('text', listener.text);
    parser.on('cdata', listener.text);
  }
  let decoder: TextDecoder | undefined;
  for (const piece of parts.pieces(path)) {
    decoder ??= decoderFor(piece);
    parser.write(decoded(decoder, piece, true));
    const pause = pace();
    if (pause !== undefined) await pause;
  }
  if (decoder === undefined) refuse('damaged');
  parser.write(decoded(decoder, new Uint8Array(), false));
  parser.close();
}

/** XML without a byte order mark is UTF-8; some programs write UTF-16 with one. */
function decoderFor(first: Uint8Array): TextDecoder {
  const mark = first.length < 2 ? 0 : (first[0] ?? 0) * 256 + (first[1] ?? 0);
  return new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8', { fatal: true });
}

function decoded(decoder: TextDecoder, piece: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(piece, { stream });
  } catch (fault) {
    // The platform's way of saying that these bytes are no text.
    return refuseAsDamaged(fault);
  }
}
