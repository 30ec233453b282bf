// What keeps people out of the pane as it stands: axe's findings, colours and sizes with them, and what is wider than the pane. Knows no screen.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Workbench } from './harness';
import { paneFrame } from './harness';

const axeSource = readFileSync(join(dirname(require.resolve('axe-core')), 'axe.min.js'), 'utf8');

/** Faults of the screen of the moment, once nothing moves any more: half-way between two colours a button has the contrast of neither. */
export async function shutsOut(workbench: Workbench): Promise<readonly string[]> {
  const frame = await paneFrame(workbench);
  await frame.evaluate(axeSource);
  return frame.evaluate(async () => {
    const settled = (): boolean => document.getAnimations().every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity);
    for (let frames = 0; frames < 300 && (frames < 3 || !settled()); frames += 1) await new Promise((next) => { requestAnimationFrame(next); });
    const { axe } = window as unknown as { readonly axe: { run(): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] }> } };
    const { violations } = await axe.run();
    const wide = [...document.querySelectorAll('.screen-content, .desk-nav, .screen-footer')].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ className, scrollWidth }) => `too wide: ${className} ${String(scrollWidth)}`);
    return [...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`), ...wide];
  });
}
