// Interprets one request of Office.js: actions over object paths, in order, stopping at the first that fails. Knows the wire, not Excel's types.
import { HostFault, hostMessage, invalid } from '../book/hostFault';
import { NotSupported } from '../notSupported';
import { apiSetOf } from './apiSets';
import { camel, isHostObject, type HostObject } from './registry';
import type { Scene } from './scene';

interface ArgumentInfo { Arguments?: unknown[]; ReferencedObjectPathIds?: unknown[] }
interface QueryInfo { Select?: string[]; Expand?: string[]; Top?: number; Skip?: number }
export interface WireAction { Id: number; ActionType: number; Name: string; ObjectPathId: number; ArgumentInfo?: ArgumentInfo; QueryInfo?: QueryInfo; ObjectState?: Record<string, unknown> }
export interface WirePath { Id: number; ObjectPathType: number; Name: string; ParentObjectPathId?: number; ArgumentInfo?: ArgumentInfo }
export interface WireRequest { AutoKeepReference?: boolean; Actions: WireAction[]; ObjectPaths: Record<string, WirePath> }
export interface WireError { Code: string; Message: string; Location: string; HttpStatusCode: number; ActionIndex: number }
export interface WireAnswer { Error: WireError | null; Results: { ActionId: number; Value: unknown }[]; TraceIds: number[] }

/** What ended a request early, and where. */
export interface BatchFault { fault: unknown; location: string; action: number }
export interface BatchOutcome { answer: WireAnswer; done: number; fault?: BatchFault }

class Run {
  private readonly resolved = new Map<number, HostObject | null>();
  private readonly kept = new Set<number>();
  location = '';

  constructor(private readonly scene: Scene, private readonly request: WireRequest, private readonly root: HostObject, private readonly keep: (object: HostObject) => string) {}

  perform(action: WireAction): unknown {
    switch (action.ActionType) {
      case 1: return this.instantiate(action.ObjectPathId);
      case 2: return this.query(action);
      case 3: return this.method(action);
      case 4: return this.setProperty(action);
      case 5: return null;
      default: throw new NotSupported('ClientRequest', `action type ${action.ActionType}`);
    }
  }

  private instantiate(id: number): unknown {
    const object = this.resolve(id);
    return object === null ? null : this.identityOf(object, this.request.AutoKeepReference === true || this.kept.has(id));
  }

  private identityOf(object: HostObject, keep: boolean): Record<string, unknown> {
    const { kind, at } = object;
    return {
      ...(kind.id ? { [kind.idName]: kind.id(at, this.scene) } : {}),
      ...(keep && kind.referable ? { _ReferenceId: this.keep(object) } : {}),
    };
  }

  private query(action: WireAction): unknown {
    const object = this.resolve(action.ObjectPathId);
    if (object === null) return null;
    const { Select = [], Expand = [], Top, Skip } = action.QueryInfo ?? {};
    const wanted: Wanted = { all: Select.length === 0, parts: new Map() };
    for (const path of [...Select, ...Expand]) note(wanted, path.split(/[/.]/).map((part) => part.trim()).filter((part) => part !== ''));
    return this.read(object, wanted, Top, Skip);
  }

  private read(object: HostObject, wanted: Wanted, top?: number, skip = 0): unknown {
    const { kind, at } = object;
    const value = this.identityOf(object, false);
    const rest: Wanted = { all: wanted.all, parts: new Map() };
    const take = (name: string): void => {
      const property = kind.properties[name];
      if (!property?.get) return;
      this.check(kind.name, name);
      this.location = `${kind.name}.${camel(name)}`;
      value[name] = property.get(at, this.scene);
    };
    if (wanted.all) for (const name of Object.keys(kind.properties)) if (apiSetOf(kind.name, name) === undefined || this.isSupported(kind.name, name)) take(name);
    for (const [part, below] of wanted.parts) {
      const name = memberNamed(kind.properties, part);
      const navigation = memberNamed(kind.objects, part);
      if (name !== undefined) {
        take(name);
      } else if (navigation !== undefined) {
        this.check(kind.name, navigation);
        const child = kind.objects[navigation]?.get(at, this.scene) ?? null;
        value[navigation] = child === null ? null : this.read(child, below.parts.size === 0 ? { all: true, parts: new Map() } : below);
      } else if (kind.items) {
        rest.parts.set(part, below);
      } else {
        this.location = `${kind.name}.${part}`;
        this.check(kind.name, part);
        const known = apiSetOf(kind.name, part)?.name;
        throw known === undefined ? invalid(`${kind.name} has no property ${part}`) : new NotSupported(kind.name, known);
      }
    }
    if (kind.items && (wanted.all || rest.parts.size > 0 || wanted.parts.size === 0)) {
      const items = kind.items(at, this.scene).slice(skip, top === undefined ? undefined : skip + top);
      // Only the collection's own properties were asked for: its items stay unread.
      value._Items = items.map((item) => this.read(item, rest.parts.size === 0 && !wanted.all ? { all: true, parts: new Map() } : rest));
    }
    return value;
  }

  private method(action: WireAction): unknown {
    const object = this.resolve(action.ObjectPathId);
    if (action.Name === '_KeepReference') {
      this.kept.add(action.ObjectPathId);
      return null;
    }
    if (object === null) throw new HostFault('ItemNotFound', `${action.Name} on an object that does not exist`);
    const result = this.call(object, action.Name, this.argumentsOf(action.ArgumentInfo));
    return isHostObject(result) ? this.identityOf(result, false) : result ?? null;
  }

  private call(object: HostObject, name: string, args: readonly unknown[]): unknown {
    const { kind } = object;
    this.location = `${kind.name}.${camel(name)}`;
    const method = Object.hasOwn(kind.methods, name) ? kind.methods[name] : undefined;
    this.check(kind.name, name);
    if (!method) throw new NotSupported(kind.name, camel(name));
    return method.call(object.at, args, this.scene);
  }

  private setProperty(action: WireAction): null {
    const object = this.resolve(action.ObjectPathId);
    if (object === null) throw new HostFault('ItemNotFound', `${action.Name} of an object that does not exist`);
    const { kind, at } = object;
    this.location = `${kind.name}.${camel(action.Name)}`;
    this.check(kind.name, action.Name);
    const property = Object.hasOwn(kind.properties, action.Name) ? kind.properties[action.Name] : undefined;
    if (!property?.set) throw new NotSupported(kind.name, camel(action.Name), property ? 'setting it' : undefined);
    property.set(at, this.argumentsOf(action.ArgumentInfo)[0], this.scene);
    return null;
  }

  private resolve(id: number): HostObject | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[String(id)];
    if (!path) throw new HostFault('InvalidReference', `no object path ${id}`);
    const object = this.follow(path);
    this.resolved.set(id, object);
    return object;
  }

  private follow(path: WirePath): HostObject | null {
    if (path.ObjectPathType === 1) return this.root;
    if (path.ObjectPathType === 7) return null;
    if (path.ObjectPathType === 6) {
      const kept = this.scene.references.get(path.Name);
      if (!kept) throw new HostFault('InvalidReference', `the reference ${path.Name} was given back`);
      return kept;
    }
    if (path.ParentObjectPathId === undefined) throw new NotSupported(path.Name, 'new', 'a service that is not Excel\'s');
    const parent = this.resolve(path.ParentObjectPathId);
    // What hangs on an object that does not exist does not exist either.
    if (parent === null) return null;
    const { kind, at } = parent;
    if (path.ObjectPathType === 5) {
      this.location = `${kind.name}.getItem`;
      if (!kind.item) throw new NotSupported(kind.name, 'getItem');
      return kind.item(at, this.argumentsOf(path.ArgumentInfo)[0], this.scene);
    }
    if (path.ObjectPathType === 4) {
      this.location = `${kind.name}.${camel(path.Name)}`;
      this.check(kind.name, path.Name);
      const navigation = Object.hasOwn(kind.objects, path.Name) ? kind.objects[path.Name] : undefined;
      if (!navigation) throw new NotSupported(kind.name, camel(path.Name));
      return navigation.get(at, this.scene);
    }
    if (path.ObjectPathType === 3) {
      const made = this.call(parent, path.Name, this.argumentsOf(path.ArgumentInfo));
      if (made !== null && !isHostObject(made)) throw new Error(`${kind.name}.${path.Name} gave no object`);
      return made;
    }
    throw new NotSupported('ObjectPath', `type ${path.ObjectPathType}`);
  }

  private argumentsOf(info: ArgumentInfo | undefined): unknown[] {
    const args = info?.Arguments ?? [];
    const ids = info?.ReferencedObjectPathIds;
    return args.map((arg, index) => this.argument(arg, ids?.[index]));
  }

  private argument(arg: unknown, id: unknown): unknown {
    if (typeof id === 'number' && id !== 0) return this.resolve(id);
    if (Array.isArray(arg)) {
      if (!Array.isArray(id)) return arg;
      const ids: unknown[] = id;
      return arg.map((each: unknown, index) => this.argument(each, ids[index]));
    }
    if (typeof arg === 'object' && arg !== null) {
      if ('_ObjectPathId' in arg && typeof arg._ObjectPathId === 'number') return this.resolve(arg._ObjectPathId);
      return Object.fromEntries(Object.entries(arg).map(([key, each]) => [key, this.argument(each, undefined)]));
    }
    return arg;
  }

  private isSupported(kind: string, member: string): boolean {
    const since = apiSetOf(kind, member);
    return since === undefined || this.scene.isSupported(since.set, since.version);
  }

  private check(kind: string, member: string): void {
    if (!this.isSupported(kind, member)) throw new HostFault('ApiNotFound', `${kind}.${camel(member)} came with ${apiSetOf(kind, member)?.version ?? ''}`);
  }
}

interface Wanted { all: boolean; parts: Map<string, Wanted> }

function note(wanted: Wanted, parts: string[]): void {
  const [first, ...rest] = parts;
  if (first === undefined) return;
  if (first === '*' || first === '$all') { wanted.all = true; return; }
  if (first === '$none') return;
  // Paths through a collection are written with or without "items".
  if (first.toLowerCase() === 'items') { note(wanted, rest); return; }
  const key = first.toLowerCase();
  let below = wanted.parts.get(key);
  if (!below) wanted.parts.set(key, (below = { all: false, parts: new Map() }));
  note(below, rest);
}

const lowered = new WeakMap<object, Map<string, string>>();

function memberNamed(members: object, name: string): string | undefined {
  let names = lowered.get(members);
  if (!names) lowered.set(members, (names = new Map(Object.keys(members).map((each) => [each.toLowerCase(), each]))));
  return names.get(name.toLowerCase());
}

/** Runs a request. `stopAfter` ends it as a fault would after so many actions, for tests. */
export function runBatch(scene: Scene, request: WireRequest, root: HostObject, parts: { keep(object: HostObject): string; stopAfter?: number }): BatchOutcome {
  const run = new Run(scene, request, root, (object) => parts.keep(object));
  const answer: WireAnswer = { Error: null, Results: [], TraceIds: [] };
  for (const [index, action] of request.Actions.entries()) {
    if (parts.stopAfter !== undefined && index >= parts.stopAfter) return { answer, done: index };
    try {
      const value = run.perform(action);
      answer.Results.push({ ActionId: action.Id, Value: value });
      if (action.ActionType === 5) answer.TraceIds.push(action.Id);
    } catch (fault) {
      // What was done before stays done; the answer has only the error, as Excel gives it.
      return { answer: { Error: wireError(fault, run.location, index), Results: [], TraceIds: answer.TraceIds }, done: index, fault: { fault, location: run.location, action: index } };
    }
  }
  return { answer, done: request.Actions.length };
}

/** A fault as Excel puts it into its answer. */
export function wireError(fault: unknown, location: string, action: number): WireError {
  if (fault instanceof HostFault) return { Code: fault.code, Message: fault.message, Location: location, HttpStatusCode: statusOf(fault.code), ActionIndex: action };
  if (fault instanceof NotSupported) return { Code: 'NotSupported', Message: fault.message, Location: location, HttpStatusCode: 501, ActionIndex: action };
  return { Code: 'GeneralException', Message: `${hostMessage('GeneralException')} ${fault instanceof Error ? fault.stack ?? fault.message : String(fault)}`, Location: location, HttpStatusCode: 500, ActionIndex: action };
}

function statusOf(code: string): number {
  if (code === 'ItemNotFound') return 404;
  if (code === 'AccessDenied') return 403;
  if (code === 'ItemAlreadyExists') return 409;
  return code === 'GeneralException' ? 500 : 400;
}
