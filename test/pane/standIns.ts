// What Excel's browsers have and jsdom lacks. Imported first by tests that need it.
import { TextDecoder as NodeTextDecoder } from 'node:util';

if (!('TextDecoder' in globalThis)) Object.assign(globalThis, { TextDecoder: NodeTextDecoder });
// jsdom's files have no arrayBuffer(); its reader gives the same bytes.
if (!('arrayBuffer' in Blob.prototype)) {
  Object.assign(Blob.prototype, {
    arrayBuffer(this: Blob): Promise<ArrayBuffer> {
      return new Promise((done, fail) => {
        const reader = new FileReader();
        reader.onload = () => { done(reader.result as ArrayBuffer); };
        reader.onerror = () => { fail(reader.error ?? new Error('The file could not be read.')); };
        reader.readAsArrayBuffer(this);
      });
    },
  });
}
// jsdom lays nothing out, so there is nothing to scroll.
if (typeof Element !== 'undefined' && !('scrollIntoView' in Element.prototype)) Object.assign(Element.prototype, { scrollIntoView: () => undefined });
