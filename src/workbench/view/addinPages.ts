// The add-in's pages and the host behind each: the task pane's, and the hidden page whose functions ribbon buttons run. Knows no grid.
import { words } from '../words';
import { element } from './element';
import type { PageHost } from './hostSeam';
import { asHostPage } from './taskPane';

/** How long a page of commands may take to load and say that it can run functions. */
const PATIENCE = 15_000;
/** Office.js asks with this number to be told of ribbon buttons that run a function. */
const COMMAND_INVOKED = 39;

/** Makes, keeps and ends the hosts of one workbook's add-in pages. */
export class AddinPages {
  /** The host behind the task pane; it outlives the pages that are loaded into it. */
  pane: PageHost;
  private commands: { host: PageHost; frame: HTMLIFrameElement; ready: Promise<void>; isReady: () => void; url: string } | undefined;
  private readonly stops: (() => void)[] = [];
  private endEdit: (() => void)[] = [];

  constructor(private readonly makeHost: () => PageHost, private readonly hosted: (host: PageHost) => () => void) {
    this.pane = this.take(makeHost());
  }

  /** What a page in a frame of this window finds as window.external. */
  externalFor(page: Window): object {
    const { commands } = this;
    if (!commands || page !== commands.frame.contentWindow) return this.pane.external;
    const { external } = commands.host;
    if (!hasRegister(external)) return external;
    return {
      ...external,
      RegisterEvent: (id: number, ...rest: unknown[]) => {
        if (id === COMMAND_INVOKED) commands.isReady();
        return external.RegisterEvent(id, ...rest);
      },
    };
  }

  /** Runs a function of the page of commands, which is loaded when it is needed first. */
  async run(url: string, functionName: string, source: string): Promise<boolean> {
    if (this.commands?.url !== url) this.loadCommands(url);
    const { commands } = this;
    if (!commands) return false;
    await Promise.race([commands.ready, new Promise((_, fail) => { setTimeout(() => fail(new Error(`no answer from ${url}`)), PATIENCE); })]);
    return (await commands.host.runCommand(functionName, source)).completed;
  }

  /** A person began or ended typing in a cell: add-ins wait meanwhile. */
  editing(isOn: boolean): void {
    for (const end of this.endEdit.splice(0)) end();
    if (isOn) this.endEdit = this.hosts().map((host) => host.startCellEdit());
  }

  /** Another workbook was opened: its add-in pages begin anew. */
  renew(): void {
    this.close();
    this.pane = this.take(this.makeHost());
  }

  close(): void {
    this.editing(false);
    for (const stop of this.stops.splice(0)) stop();
    for (const host of this.hosts()) host.close();
    this.commands?.frame.remove();
    this.commands = undefined;
  }

  private hosts(): PageHost[] {
    return this.commands ? [this.pane, this.commands.host] : [this.pane];
  }

  private loadCommands(url: string): void {
    this.commands?.host.close();
    this.commands?.frame.remove();
    const frame = element('iframe', { class: 'wb-commands', title: words.ribbon.label, 'aria-hidden': 'true', tabindex: '-1', name: 'commands' });
    let isReady = (): void => undefined;
    const registered = new Promise<void>((resolve) => { isReady = resolve; });
    const loaded = new Promise<void>((resolve) => { frame.addEventListener('load', () => resolve(), { once: true }); });
    this.commands = { host: this.take(this.makeHost()), frame, ready: Promise.all([registered, loaded]).then(() => undefined), isReady, url };
    frame.src = asHostPage(url);
    document.body.append(frame);
  }

  private take(host: PageHost): PageHost {
    this.stops.push(this.hosted(host));
    return host;
  }
}

function hasRegister(external: object): external is { RegisterEvent(...parameters: unknown[]): unknown } {
  return 'RegisterEvent' in external && typeof external.RegisterEvent === 'function';
}
