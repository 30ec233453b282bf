/** @jest-environment jsdom */
// A file handed to the browser: under its name, with its bytes and its kind, and let go again; and a browser that takes none.
import './standIns';
import { saveFile } from '../../src/pane/saveFile';

const file = { name: '双月汇总2021-06.docx', bytes: new Uint8Array([80, 75, 3, 4]).subarray(1), type: 'application/x' };
const addresses: { readonly made: Blob[]; readonly gone: string[] } = { made: [], gone: [] };
const saved: string[] = [];

beforeEach(() => {
  for (const list of [addresses.made, addresses.gone, saved]) list.length = 0;
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => { addresses.made.push(blob); return 'blob:one'; },
    revokeObjectURL: (href: string) => { addresses.gone.push(href); },
  });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) { saved.push(`${this.download} ${this.href} ${String(this.isConnected)}`); });
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const name of ['createObjectURL', 'revokeObjectURL']) Reflect.deleteProperty(URL, name);
});

test('[X3] the browser is given the file under its name, and the page keeps no link of its own', async () => {
  const linked = saveFile(file);
  expect(saved).toEqual(['双月汇总2021-06.docx blob:one true']);
  expect(linked).toMatchObject({ name: '双月汇总2021-06.docx', href: 'blob:one' });
  expect(document.querySelector('a')).toBeNull();
  const [blob] = addresses.made;
  expect(blob?.type).toBe('application/x');
  // A part of a larger store of bytes is saved alone.
  expect([...new Uint8Array(await (blob ?? new Blob()).arrayBuffer())]).toEqual([75, 3, 4]);
  expect(addresses.gone).toEqual([]);
  linked?.letGo();
  expect(addresses.gone).toEqual(['blob:one']);
});

test('[X3] a browser that gives files no address is told of, and nothing is clicked', () => {
  Reflect.deleteProperty(URL, 'createObjectURL');
  expect(saveFile(file)).toBeUndefined();
  expect(saved).toEqual([]);
});
