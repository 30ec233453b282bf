// What the pane remembers, where the browser keeps something and where it does not.
import { openMemory } from '../../src/pane/memory';

test('[X3] the guide seen once is remembered by the next pane', () => {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => { kept.set(key, value); } };
  expect(openMemory(() => storage).hasSeenGuide()).toBe(false);
  openMemory(() => storage).rememberGuide();
  expect(openMemory(() => storage).hasSeenGuide()).toBe(true);
});

test('[X3] a browser that keeps nothing makes the pane forgetful and nothing worse', () => {
  const refuse = (): never => { throw new DOMException('The operation is insecure.', 'SecurityError'); };
  const memory = openMemory(refuse);
  expect(memory.hasSeenGuide()).toBe(false);
  memory.rememberGuide();
  expect(memory.hasSeenGuide()).toBe(true);
});

test('[X3] a full storage is forgiven, a bug is not', () => {
  const full = { getItem: () => null, setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } };
  expect(() => { openMemory(() => full).rememberGuide(); }).not.toThrow();
  const bug = { getItem: () => { throw new RangeError('a bug'); }, setItem: () => undefined };
  expect(() => openMemory(() => bug).hasSeenGuide()).toThrow(RangeError);
});
