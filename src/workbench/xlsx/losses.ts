// Gathers what a file holds that a book cannot, to be told to a person before saving over it. Knows names of parts and elements.
import { LOST, type LostThing } from './lostWords';

export class Losses {
  private readonly found = new Set<LostThing>();

  add(thing: LostThing): void {
    this.found.add(thing);
  }

  /** In words, in a fixed order. */
  words(): readonly string[] {
    return (Object.keys(LOST) as LostThing[]).filter((thing) => this.found.has(thing)).map((thing) => LOST[thing]);
  }

  /** Parts that tell by their path alone what they hold. */
  addParts(paths: readonly string[]): void {
    for (const path of paths) for (const [pattern, thing] of BY_PATH) if (pattern.test(path)) this.add(thing);
  }

  /** An element of a worksheet that nothing in a book corresponds to. */
  addElement(name: string): void {
    const thing = BY_ELEMENT[name];
    if (thing !== undefined) this.add(thing);
  }
}

const BY_PATH: readonly (readonly [RegExp, LostThing])[] = [
  [/\/pivot(?:Tables|Cache)\//i, 'pivot'], [/\/media\//i, 'images'], [/\/(?:comments\d*\.xml|comments\/|threadedComments\/)/i, 'comments'], [/\/slicers?(?:Caches)?\//i, 'slicers'],
  [/\/timelines?(?:Caches)?\//i, 'timelines'], [/vbaProject|macrosheets/i, 'macros'], [/\/externalLinks\//i, 'externalLinks'], [/\/embeddings\//i, 'objects'],
  [/\/(?:activeX|ctrlProps)\//i, 'controls'], [/^customXml\//i, 'customXml'], [/\/chartsheets\//i, 'chartSheets'], [/\/(?:connections\.xml|queryTables\/)/i, 'connections'],
  [/cellimages\.xml$/i, 'cellImages'], [/^_xmlsignatures\//i, 'signatures'],
];

const BY_ELEMENT: Readonly<Record<string, LostThing>> = {
  autoFilter: 'sheetFilter', hyperlinks: 'hyperlinks', picture: 'background', oleObjects: 'objects', controls: 'controls',
  scenarios: 'scenarios', customSheetViews: 'views', protectedRanges: 'editRanges',
};
