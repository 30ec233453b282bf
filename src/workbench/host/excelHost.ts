// What Excel for Windows shows to the unmodified Office.js: the object for window.external. Requests in, answers and events out, one after another.
import type { BookApi } from '../book/bookApi';
import { HostFault, hostMessage } from '../book/hostFault';
import type { Area } from '../book/model';
import { NotSupported } from '../notSupported';
import { runBatch, wireError, type WireRequest } from './batch';
import { appContext, type OfficeSettings } from './appContext';
import { EventPost } from './eventPost';
import { KINDS } from './objects/kinds';
import type { Places, RangeAt } from './places';
import type { HostObject, Kind } from './registry';
import { RequestFaults, namesIn, type RequestRecord } from './requests';
import type { HostHooks, Scene } from './scene';

export interface ExcelHostOptions {
  /** Sets and versions that it declares; ExcelApi 1.14 and what Excel LTSC 2021 has beside it unless given. */
  readonly requirementSets?: Readonly<Record<string, string>>;
  /** As Excel on the web, a request and an answer may have 5 MB. */
  readonly platform?: 'PC' | 'web';
  readonly locale?: string;
  readonly documentUrl?: string;
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly hooks?: HostHooks;
}

/** What Excel LTSC 2021 declares, as Microsoft's pages on requirement sets give it. */
export const DEFAULT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: '1.14', DialogApi: '1.2', DialogOrigin: '1.1', RibbonApi: '1.1', SharedRuntime: '1.1', ImageCoercion: '1.1', AddinCommands: '1.1', IdentityAPI: '1.3', OpenBrowserWindowApi: '1.1',
  KeyboardShortcuts: '1.1', BindingEvents: '1.1', CompressedFile: '1.1', DocumentEvents: '1.1', File: '1.1', MatrixBindings: '1.1', MatrixCoercion: '1.1', Selection: '1.1', Settings: '1.1',
  TableBindings: '1.1', TableCoercion: '1.1', TextBindings: '1.1', TextCoercion: '1.1', CustomXmlParts: '1.1', DelayForCellEdit: '1.1', RichApiRuntimeFlag: '1.1',
};

const WEB_LIMIT = 5 * 1024 * 1024;
const PROCESS_QUERY = 93;
const COMMAND_COMPLETED = 94;
const COMMAND_INVOKED = 39;
const RICH_MESSAGE = 33;
const SELECTION_CHANGED = 2;
/** Milliseconds between looks for a commands page, and until it is given up. */
const PAGE_POLL = 10;
const PAGE_PATIENCE = 5_000;
const DELAY_FOR_CELL_EDIT = 64;
/** Office's own error numbers (osfweb's ErrorCodeManager). */
const OFFICE_CODES = { internalError: 5001, invalidApiCallInContext: 5004, requestTooLarge: 5103, responseTooLarge: 5104 } as const;

type Callback = (answer: { toArray(): unknown[] }, code?: number) => unknown;
type Handler = (eventId: number, payload: unknown) => void;

// Taken at once, so that a test's fake timers do not stop Excel.
const later = globalThis.setTimeout.bind(globalThis);
const encoder = new TextEncoder();

/** The pretend Excel around one book. Give `external` to a page as window.external before office.js loads. */
export class ExcelHost {
  readonly requests: RequestRecord[] = [];
  readonly faults = new RequestFaults();
  /** Members that were asked for and that the pretend Excel lacks, such as 'Range.getImage'. */
  readonly lacking: string[] = [];
  readonly external: Record<string, unknown>;
  private readonly sets: Readonly<Record<string, string>>;
  private readonly scene: Scene;
  private readonly root: HostObject;
  private readonly live = new Set<RangeAt>();
  private readonly listeners = new Set<(record: RequestRecord) => void>();
  private readonly handlers = new Map<number, Handler>();
  private readonly post: EventPost;
  private readonly stops: (() => void)[] = [];
  private readonly commands = new Map<string, (outcome: { completed: boolean }) => void>();
  private queue: Promise<void> = Promise.resolve();
  private count = 0;
  private references = 0;
  private invocations = 0;
  private editing: { done: Promise<void>; end(): void } | undefined;
  private readonly settings: OfficeSettings = new Map();

  constructor(readonly book: BookApi, readonly options: ExcelHostOptions = {}) {
    this.sets = options.requirementSets ?? DEFAULT_SETS;
    const place = <K extends keyof Places>(name: K, at: Places[K]): HostObject<Places[K]> => {
      const kind: Kind<Places[K]> | undefined = KINDS[name];
      if (!kind) throw new NotSupported(name, 'object');
      return { kind, at };
    };
    const scene: Scene = {
      book, hooks: options.hooks ?? {}, references: new Map(), settings: new Map(),
      application: { calculationMode: 'Automatic', enableEvents: true, iterative: false, isDirty: false },
      isSupported: (set, version) => isAtLeast(this.sets[set], version),
      range: (sheetId, area) => {
        const at: RangeAt = { sheetId, area };
        this.live.add(at);
        return place('Range', at);
      },
      object: place,
      filled: (formula, from, to) => book.filled(formula, from, to),
      listen: (event, target, on) => this.post.listen(event, target, on),
    };
    this.scene = scene;
    this.root = place('Workbook', {});
    this.post = new EventPost(book, () => scene.application.enableEvents, (entries) => this.handlers.get(RICH_MESSAGE)?.(RICH_MESSAGE, array(entries.map((entry) => array(entry)))), () => this.handlers.get(SELECTION_CHANGED)?.(SELECTION_CHANGED, []));
    this.stops.push(book.onMove((sheetId, where) => this.follow(sheetId, where)), book.onChange((change) => this.post.take(change)));
    this.external = {
      GetContext: () => appContext({ sets: this.sets, locale: options.locale ?? 'zh-CN', documentUrl: options.documentUrl ?? book.name, theme: options.theme ?? 'light', settings: this.settings }),
      Execute: (id: number, params: unknown, callback: Callback) => this.execute(id, params, callback),
      RegisterEvent: (id: number, _target: string, handler: Handler, callback: (code: number) => void) => {
        later(() => {
          callback(0);
          // Only now does Office.js listen; an event sent earlier would be lost.
          this.handlers.set(id, handler);
        }, 0);
      },
      UnregisterEvent: (id: number, _target: string, callback: (code: number) => void) => {
        this.handlers.delete(id);
        later(() => callback(0), 0);
      },
      GetLoggingAllowed: () => false,
      MessageParent: () => { throw new NotSupported('Office.context.ui', 'messageParent'); },
    };
  }

  /** Hears of every request after its answer. Returns the way to stop. */
  onRequest(listener: (record: RequestRecord) => void): () => void {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  }

  /** A person types in a cell: requests wait (delayForCellEdit) or fail, until the returned function is called. */
  startCellEdit(): () => void {
    let end = (): void => undefined;
    const done = new Promise<void>((resolve) => { end = resolve; });
    this.editing = { done, end };
    return () => {
      this.editing = undefined;
      end();
    };
  }

  /** Runs the function of a ribbon button in the page that associated it; resolves when the function says completed(), or with false when there is no such function. */
  async runCommand(functionName: string, source = functionName): Promise<{ completed: boolean }> {
    // The page may still be loading, as after a click in Excel.
    for (let waited = 0; !this.handlers.has(COMMAND_INVOKED); waited += PAGE_POLL) {
      if (waited >= PAGE_PATIENCE) throw new Error(`no page with commands is open for ${functionName}`);
      await new Promise<void>((resolve) => { later(resolve, PAGE_POLL); });
    }
    const id = String(++this.invocations);
    return new Promise((resolve) => {
      this.commands.set(id, resolve);
      this.handlers.get(COMMAND_INVOKED)?.(COMMAND_INVOKED, array([id, functionName, JSON.stringify({ source: { id: source } })]));
    });
  }

  /** Waits until every request that has arrived is answered and every event is out. */
  async settled(): Promise<void> {
    let last: Promise<void> | undefined;
    while (last !== this.queue) {
      last = this.queue;
      await last;
      await new Promise<void>((resolve) => { later(resolve, 2); });
    }
  }

  /** Lets go of the book. */
  close(): void {
    for (const stop of this.stops) stop();
    this.handlers.clear();
  }

  private execute(id: number, params: unknown, callback: Callback): void {
    if (id === PROCESS_QUERY) {
      this.processQuery(params, callback);
      return;
    }
    if (id === COMMAND_COMPLETED) {
      const [command, code] = Array.isArray(params) ? (params as unknown[]) : [];
      this.commands.get(String(command))?.({ completed: code === 0 });
      this.commands.delete(String(command));
      later(() => callback(array([0])), 0);
      return;
    }
    this.lacking.push(`Office.Execute(${id})`);
    later(() => callback(array([OFFICE_CODES.internalError, new NotSupported('Office', `method ${id}`).message])), 0);
  }

  private processQuery(params: unknown, callback: Callback): void {
    const message: unknown[] = Array.isArray(params) && Array.isArray(params[0]) ? params[0] : [];
    const body = typeof message[4] === 'string' ? message[4] : '';
    const flags = typeof message[6] === 'number' ? message[6] : 0;
    const arrived = performance.now();
    const request = readRequest(body);
    if (isService(request)) {
      // Office's own services (telemetry, action handlers …): nothing of Excel's; any answer will do.
      const results = request.Actions.map((action) => ({ ActionId: action.Id, Value: action.ActionType === 1 ? {} : null }));
      later(() => callback(array([0, 200, [], JSON.stringify({ Error: null, Results: results, TraceIds: [] })])), 0);
      return;
    }
    this.queue = this.queue.then(() => this.serve(request, body, flags, arrived, callback)).catch((problem: unknown) => {
      // The page's own answer handler failed; Excel goes on with the next request.
      console.error(problem);
    });
  }

  private async serve(request: WireRequest, body: string, flags: number, arrived: number, callback: Callback): Promise<void> {
    await new Promise<void>((resolve) => { later(resolve, 0); });
    const objects = namesIn(request);
    const isCleanup = request.Actions.every((action) => action.Name === '_RemoveReference' || action.ActionType === 1) && objects.includes('_RemoveReference');
    const n = isCleanup ? undefined : ++this.count;
    const fault = n === undefined ? undefined : this.faults.take({ n, actions: request.Actions.length, objects });
    if (fault?.delay !== undefined) await new Promise<void>((resolve) => { later(resolve, fault.delay); });
    const requestBytes = encoder.encode(body).length;
    const finish = (response: unknown[], error?: RequestRecord['error']): void => {
      const text = typeof response[3] === 'string' ? response[3] : '';
      const record: RequestRecord = { n, actions: request.Actions.length, objects, requestBytes, responseBytes: encoder.encode(text).length, ms: Math.round(performance.now() - arrived), ...(error ? { error } : {}) };
      this.requests.push(record);
      callback(array(response));
      for (const listener of [...this.listeners]) listener(record);
    };
    const failed = (code: string, location: string): void => {
      const message = hostMessage(code);
      const failure = { Error: { Code: code, Message: message, Location: location, HttpStatusCode: 500, ActionIndex: 0 }, Results: [], TraceIds: [] };
      finish([0, 200, [], JSON.stringify(failure)], { code, message, location });
    };
    if (this.editing) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) {
        finish([OFFICE_CODES.invalidApiCallInContext, ''], { code: 'InvalidOperationInCellEditMode', message: hostMessage('InvalidOperationInCellEditMode'), location: '' });
        return;
      }
      await this.editing.done;
    }
    const isWeb = this.options.platform === 'web';
    if (isWeb && requestBytes > WEB_LIMIT) {
      finish([OFFICE_CODES.requestTooLarge, ''], { code: 'RequestPayloadSizeLimitExceeded', message: hostMessage('RequestPayloadSizeLimitExceeded'), location: '' });
      return;
    }
    if (fault?.fails === 'before') {
      failed(fault.code ?? 'GeneralException', '');
      return;
    }
    const stopAfter = typeof fault?.fails === 'object' ? fault.fails.afterActions : undefined;
    const outcome = this.book.together(() => runBatch(this.scene, request, this.root, { keep: (object) => this.keep(object), ...(stopAfter === undefined ? {} : { stopAfter }) }));
    this.forgetLive();
    if (fault?.fails !== undefined) {
      failed(fault.code ?? 'GeneralException', '');
      return;
    }
    const { fault: problem } = outcome;
    if (problem?.fault instanceof NotSupported) this.lacking.push(`${problem.fault.object}.${problem.fault.member}`);
    const text = JSON.stringify(outcome.answer);
    if (isWeb && encoder.encode(text).length > WEB_LIMIT) {
      finish([OFFICE_CODES.responseTooLarge, ''], { code: 'ResponsePayloadSizeLimitExceeded', message: hostMessage('ResponsePayloadSizeLimitExceeded'), location: '' });
      return;
    }
    const error = problem ? wireError(problem.fault, problem.location, problem.action) : undefined;
    // A developer sees here why Excel refused, which Excel itself never says.
    const why = problem?.fault instanceof HostFault ? `${problem.fault.message}（${problem.fault.why}）` : error?.Message;
    finish([0, 200, [], text], error ? { code: error.Code, message: why ?? error.Message, location: error.Location } : undefined);
  }

  private keep(object: HostObject): string {
    for (const [id, known] of this.scene.references) if (known === object) return id;
    const id = `ref${++this.references}`;
    this.scene.references.set(id, object);
    return id;
  }

  private follow(sheetId: string, where: (area: Area) => Area | undefined): void {
    for (const at of this.live) {
      if (at.sheetId !== sheetId || at.gone) continue;
      const moved = where(at.area);
      if (moved) at.area = moved;
      else at.gone = true;
    }
  }

  private forgetLive(): void {
    this.live.clear();
    for (const { at } of this.scene.references.values()) for (const range of rangesIn(at)) this.live.add(range);
  }
}

function rangesIn(at: unknown): RangeAt[] {
  if (Array.isArray(at)) return at.flatMap(rangesIn);
  return typeof at === 'object' && at !== null && 'sheetId' in at && 'area' in at ? [at as RangeAt] : [];
}

/** A COM safe array, as Office.js for Windows reads them. */
function array(items: unknown[]): { toArray(): unknown[] } {
  return { toArray: () => items };
}

function readRequest(body: string): WireRequest {
  const parsed: unknown = JSON.parse(body);
  if (typeof parsed !== 'object' || parsed === null || !('Actions' in parsed) || !('ObjectPaths' in parsed)) throw new Error('a request without actions');
  return parsed as WireRequest;
}

function isService(request: WireRequest): boolean {
  return Object.values(request.ObjectPaths).some((path) => path.ObjectPathType === 2);
}

function isAtLeast(declared: string | undefined, wanted: string): boolean {
  if (declared === undefined) return false;
  const [a = 0, b = 0] = declared.split('.').map(Number);
  const [c = 0, d = 0] = wanted.split('.').map(Number);
  return a > c || (a === c && b >= d);
}
