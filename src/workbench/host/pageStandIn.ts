// As much of a page as Office.js touches while it loads and runs: a document with script elements, an address, storage, timers. Nothing is drawn.
import { NotSupported } from '../notSupported';

interface Tag { tagName: string; src: string; type: string; id: string; onload: (() => void) | null; onerror: ((problem: unknown) => void) | null; onreadystatechange: (() => void) | null; readyState?: string; attributes: Record<string, string>; setAttribute(name: string, value: string): void; getAttribute(name: string): string | null; appendChild(child: Tag): Tag; remove(): void }

export interface PageStandIn {
  /** Everything that scripts see as their globals, with the caller's own behind it. */
  readonly scope: object;
  /** The page's own globals, as window.name. */
  readonly global: Record<string, unknown>;
  close(): void;
}

type Timer = ReturnType<typeof globalThis.setTimeout>;

// Taken at once, so that a test's fake timers do not stop the page.
const later = globalThis.setTimeout.bind(globalThis);

function storage(): Record<string, unknown> {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => { items.set(key, value); },
    removeItem: (key: string) => { items.delete(key); },
    clear: () => items.clear(),
    key: (index: number) => [...items.keys()][index] ?? null,
    get length() { return items.size; },
  };
}

/**
 * Office.js takes Function for its own root type and hangs its namespaces on it; each page gets a Function of its own, or pages would write into one another.
 * What it adds to the prototypes of Function and Error is shared, and kept out of the sight of for…in.
 */
function pageFunction(): object {
  // It calls some of its methods without `this` and so keeps the theme on the caller's global object; a time stamp of 0 makes it ask its own page each time.
  if (!Object.hasOwn(globalThis, '_osfOfficeThemeTimeStamp')) {
    Object.defineProperty(globalThis, '_osfOfficeThemeTimeStamp', { get: () => 0, set: () => undefined, configurable: true, enumerable: false });
    Object.defineProperty(globalThis, '_osfOfficeTheme', { value: null, writable: true, configurable: true, enumerable: false });
  }
  for (const [prototype, name] of [[Function.prototype, 'registerClass'], [Error.prototype, 'popStackFrame']] as const) {
    if (!Object.hasOwn(prototype, name)) Object.defineProperty(prototype, name, { value: () => undefined, writable: true, configurable: true, enumerable: false });
  }
  const own = function (...parts: string[]): unknown { return Reflect.construct(Function, parts); };
  own.prototype = Function.prototype as object;
  return own;
}

/** A page at an address, loaded from a script element, with window.external. `run` evaluates a script that the page appends. */
export function pageStandIn(parts: { external: object; url: string; officeUrl: string; run(url: string, scope: object): void }): PageStandIn {
  const address = new URL(parts.url);
  const listeners = new Map<string, Set<(event: unknown) => void>>();
  const tags: Tag[] = [];
  const timers = new Set<Timer>();
  const stop = (timer: Timer): void => {
    clearTimeout(timer);
    timers.delete(timer);
  };
  let isOpen = true;

  const append = (child: Tag): Tag => {
    tags.push(child);
    if (child.tagName === 'SCRIPT' && child.src !== '') {
      later(() => {
        if (!isOpen) return;
        try {
          parts.run(new URL(child.src, parts.url).href, scope);
        } catch (problem) {
          console.error(problem);
          child.onerror?.(problem);
          return;
        }
        child.readyState = 'loaded';
        child.onload?.();
        child.onreadystatechange?.();
      }, 0);
    }
    return child;
  };
  const tag = (name: string, src = ''): Tag => {
    const made: Tag = {
      tagName: name.toUpperCase(), src, type: '', id: '', onload: null, onerror: null, onreadystatechange: null, attributes: {},
      setAttribute: (key, value) => { made.attributes[key] = value; if (key === 'src') made.src = value; },
      getAttribute: (key) => made.attributes[key] ?? (key === 'src' && made.src !== '' ? made.src : null),
      appendChild: append,
      remove: () => undefined,
    };
    return made;
  };
  tags.push(tag('script', parts.officeUrl));
  const head = tag('head');
  const body = tag('body');
  const addEventListener = (type: string, listener: (event: unknown) => void): void => {
    const known = listeners.get(type) ?? new Set();
    known.add(listener);
    listeners.set(type, known);
  };
  const removeEventListener = (type: string, listener: (event: unknown) => void): void => { listeners.get(type)?.delete(listener); };
  const document = {
    readyState: 'complete', documentElement: tag('html'), head, body, cookie: '', referrer: '', URL: parts.url, title: '', currentScript: tags[0],
    createElement: (name: string) => tag(name),
    getElementsByTagName: (name: string) => tags.filter((each) => each.tagName === name.toUpperCase()).concat(name.toLowerCase() === 'head' ? [head] : []),
    getElementById: () => null,
    querySelector: () => null,
    querySelectorAll: () => [],
    addEventListener, removeEventListener,
  };
  const global: Record<string, unknown> = {
    Function: pageFunction(), external: parts.external, document, addEventListener, removeEventListener,
    location: { href: address.href, search: address.search, hash: address.hash, protocol: address.protocol, host: address.host, hostname: address.hostname, pathname: address.pathname, origin: address.origin, port: address.port, reload: () => undefined },
    navigator: { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Edg/120.0', language: 'zh-CN', languages: ['zh-CN'], platform: 'Win32', onLine: false },
    sessionStorage: storage(), localStorage: storage(),
    history: { replaceState: () => undefined, pushState: () => undefined },
    screen: { width: 1366, height: 768 }, innerWidth: 350, innerHeight: 640, name: '',
    postMessage: () => { throw new NotSupported('window', 'postMessage'); },
    open: () => { throw new NotSupported('window', 'open'); },
    setTimeout: (work: () => void, ms?: number) => {
      const timer = later(() => { timers.delete(timer); work(); }, ms);
      timers.add(timer);
      return timer;
    },
    clearTimeout: stop, clearInterval: stop,
    setInterval: (work: () => void, ms?: number) => {
      const timer = globalThis.setInterval(work, ms);
      timers.add(timer);
      return timer;
    },
    performance: globalThis.performance, console,
    // Office.js must not take the host of Node for its own module system.
    module: undefined, exports: undefined, require: undefined, define: undefined, process: undefined,
  };
  const scope: object = new Proxy(global, {
    has: () => true,
    get: (own, name): unknown => (name === Symbol.unscopables ? undefined : name in own ? Reflect.get(own, name) : Reflect.get(globalThis, name)),
    set: (own, name, value) => Reflect.set(own, name, value),
  });
  for (const name of ['window', 'self', 'top', 'parent', 'globalThis', 'frames']) global[name] = scope;
  return { scope, global, close: () => {
    isOpen = false;
    listeners.clear();
    // Nothing of a closed page runs any more: Office.js has watches of up to a minute.
    for (const timer of [...timers]) stop(timer);
  } };
}
