/**
 * @jest-environment jsdom
 */
// Each page of the add-in finds its own Excel, and the pane opens pages as Excel does.
import { AddinPages } from '../../../src/workbench/view/addinPages';
import type { PageHost } from '../../../src/workbench/view/hostSeam';
import { TaskPane, asHostPage } from '../../../src/workbench/view/taskPane';

function fakeHost(log: string[], name: string): PageHost {
  return {
    external: { RegisterEvent: (id: number) => { log.push(`${name} registers ${id}`); } },
    faults: { add: () => () => undefined },
    onRequest: () => () => undefined,
    runCommand: (functionName) => {
      log.push(`${name} runs ${functionName}`);
      return Promise.resolve({ completed: true });
    },
    startCellEdit: () => {
      log.push(`${name} waits`);
      return () => { log.push(`${name} goes on`); };
    },
    close: () => { log.push(`${name} closes`); },
  };
}

function pagesWithLog() {
  const log: string[] = [];
  let made = 0;
  return { log, pages: new AddinPages(() => fakeHost(log, `host ${++made}`), () => () => undefined) };
}

describe('the add-in’s pages', () => {
  test('[W] the page of commands is loaded once, runs when it says that it can, and has an Excel of its own', async () => {
    const { log, pages } = pagesWithLog();
    const running = pages.run('http://localhost/commands.html', 'goToLedger', '转到');
    const frame = document.querySelector('iframe');
    expect(frame?.getAttribute('src')).toBe('http://localhost/commands.html?_host_Info=Excel$Win32$16.01$zh-CN$$$$0');
    const inside = frame?.contentWindow;
    if (!frame || !inside) throw new Error('the page of commands is in a frame');
    const external = pages.externalFor(inside) as { RegisterEvent(id: number): void };
    expect(external).not.toBe(pages.pane.external);
    expect(log).toEqual([]);
    frame.dispatchEvent(new Event('load'));
    external.RegisterEvent(39);
    expect(await running).toBe(true);
    expect(log).toEqual(['host 2 registers 39', 'host 2 runs goToLedger']);
    expect(await pages.run('http://localhost/commands.html', 'again', '')).toBe(true);
    expect(document.querySelectorAll('iframe')).toHaveLength(1);
    pages.close();
  });

  test('[W] every other page finds the pane’s Excel', () => {
    const { pages } = pagesWithLog();
    expect(pages.externalFor(window)).toBe(pages.pane.external);
  });

  test('[W] add-ins wait while a person types in a cell', () => {
    const { log, pages } = pagesWithLog();
    pages.editing(true);
    pages.editing(false);
    expect(log).toEqual(['host 1 waits', 'host 1 goes on']);
  });

  test('[W] another workbook gets a new Excel', () => {
    const { log, pages } = pagesWithLog();
    const first = pages.pane;
    pages.renew();
    expect(pages.pane).not.toBe(first);
    expect(log).toEqual(['host 1 closes']);
  });
});

describe('the task pane', () => {
  test('[W] tells Office.js by the address that this is Excel for Windows', () => {
    expect(asHostPage('http://x/p.html?go=1#a')).toBe('http://x/p.html?go=1&_host_Info=Excel$Win32$16.01$zh-CN$$$$0#a');
  });

  test('[W] the same pane is used again: a button’s page begins anew, also at the address that it shows already', () => {
    const heard: string[] = [];
    const pane = new TaskPane({ toggled: () => heard.push('toggled'), back: () => heard.push('back'), key: () => undefined });
    document.body.append(pane.element);
    const frames = ['a', 'a', 'b'].map((name) => {
      pane.open(`http://localhost/${name}.html`, '样例', false);
      expect(pane.element.querySelectorAll('iframe')).toHaveLength(1);
      return pane.element.querySelector('iframe');
    });
    expect(new Set(frames).size).toBe(3);
    expect(frames.map((frame) => new URL(frame?.src ?? '').pathname)).toEqual(['/a.html', '/a.html', '/b.html']);
    pane.close();
    expect([pane.isOpen, pane.element.querySelector('iframe'), heard.at(-1)]).toEqual([false, null, 'back']);
  });
});
