// The ribbon as a manifest describes it: tabs, groups, buttons with icons and words in one language. Reads XML, draws nothing.
import { words } from '../words';

/** What a ribbon button does. */
export type RibbonAction =
  | { kind: 'pane'; paneId: string; url: string; title?: string }
  | { kind: 'function'; name: string };

export interface RibbonIcon { size: number; url: string }
export interface RibbonButton { kind: 'button'; id: string; label: string; tip: { title: string; text: string }; icons: RibbonIcon[]; action: RibbonAction }
export interface RibbonMenu { kind: 'menu'; id: string; label: string; tip: { title: string; text: string }; icons: RibbonIcon[]; items: RibbonButton[] }
export interface RibbonGroup { id: string; label: string; controls: (RibbonButton | RibbonMenu)[] }
export interface RibbonTab { id: string; label: string; groups: RibbonGroup[] }

/** All that the page needs from a manifest. */
export interface RibbonModel {
  /** The add-in's name, on the pane's title bar. */
  displayName: string;
  /** The pane that a manifest without a ribbon would open. */
  defaultUrl?: string;
  /** The page behind the buttons that run a function. */
  functionFile?: string;
  tabs: RibbonTab[];
  /** What the manifest asks for and this ribbon does not draw, in words. */
  notes: string[];
}

/** The manifest cannot be used; `message` says why in words for the person. */
export class ManifestFault extends Error {}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Reads a manifest into the ribbon that Excel in `locale` would show. Throws ManifestFault. */
export function parseManifest(xml: string, locale = 'zh-CN'): RibbonModel {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  if (document.getElementsByTagName('parsererror').length > 0) throw new ManifestFault(words.ribbon.notXml);
  const root = document.documentElement;
  const notes: string[] = [];
  const displayName = localized(child(root, 'DisplayName'), locale, 'DefaultValue', root) ?? '';
  const source = child(child(root, 'DefaultSettings'), 'SourceLocation');
  const defaultUrl = localized(source, locale, 'DefaultValue', root);
  const base: RibbonModel = { displayName, tabs: [], notes, ...(defaultUrl === undefined ? {} : { defaultUrl }) };

  const overrides = latestOverrides(root);
  if (!overrides) return { ...base, notes: [words.ribbon.noOverrides] };
  const host = children(child(overrides, 'Hosts'), 'Host').find((each) => type(each) === 'Workbook');
  if (!host) return { ...base, notes: [words.ribbon.noWorkbookHost] };
  const form = child(host, 'DesktopFormFactor');
  const resources = readResources(child(overrides, 'Resources'), locale, root);
  const reader = new RibbonReader(resources, notes);

  const functionFile = reader.resource(child(form, 'FunctionFile'));
  for (const point of children(form, 'ExtensionPoint')) {
    if (type(point) !== 'PrimaryCommandSurface') {
      notes.push(words.ribbon.notDrawn(type(point) || 'ExtensionPoint'));
      continue;
    }
    for (const tab of elements(point)) {
      if (tab.localName === 'CustomTab') base.tabs.push(reader.tab(tab, reader.resource(child(tab, 'Label')) ?? tab.getAttribute('id') ?? ''));
      else if (tab.localName === 'OfficeTab') base.tabs.push(reader.tab(tab, tab.getAttribute('id') === 'TabHome' ? words.ribbon.homeTab : tab.getAttribute('id') ?? ''));
      else notes.push(words.ribbon.notDrawn(tab.localName));
    }
  }
  return { ...base, tabs: merged(base.tabs), ...(functionFile === undefined ? {} : { functionFile }) };
}

/** An address of the manifest as this page reaches it: the path is kept, scheme and host are the page's own. */
export function localAddress(url: string, pageAddress: string): string {
  const page = new URL(pageAddress);
  const asked = new URL(url, pageAddress);
  return new URL(asked.pathname + asked.search + asked.hash, page.origin).href;
}

/** The icon that is drawn at a size in CSS pixels: the smallest that is large enough for the screen's density, else the largest. */
export function iconFor(icons: readonly RibbonIcon[], size: number, density = 1): RibbonIcon | undefined {
  const wanted = size * density;
  const bySize = [...icons].sort((a, b) => a.size - b.size);
  return bySize.find((each) => each.size >= wanted) ?? bySize.at(-1);
}

/** Reads tabs, groups and controls, looking words and addresses up in the resources. */
class RibbonReader {
  constructor(private readonly resources: ReadonlyMap<string, string>, private readonly notes: string[]) {}

  tab(tab: Element, label: string): RibbonTab {
    return { id: tab.getAttribute('id') ?? '', label, groups: children(tab, 'Group').map((group) => this.group(group)) };
  }

  private group(group: Element): RibbonGroup {
    const controls: (RibbonButton | RibbonMenu)[] = [];
    for (const control of children(group, 'Control')) {
      const kind = type(control);
      if (kind === 'Button') controls.push(this.button(control));
      else if (kind === 'Menu') controls.push(this.menu(control));
      else this.notes.push(words.ribbon.notDrawn(kind));
    }
    return { id: group.getAttribute('id') ?? '', label: this.resource(child(group, 'Label')) ?? '', controls };
  }

  private menu(control: Element): RibbonMenu {
    const items = children(child(control, 'Items'), 'Item').map((item) => this.button(item));
    return { kind: 'menu', ...this.face(control), items };
  }

  private button(control: Element): RibbonButton {
    return { kind: 'button', ...this.face(control), action: this.action(child(control, 'Action')) };
  }

  private face(control: Element): { id: string; label: string; tip: { title: string; text: string }; icons: RibbonIcon[] } {
    const tip = child(control, 'Supertip');
    const icons = children(child(control, 'Icon'), 'Image').flatMap((image) => {
      const url = this.resource(image);
      return url === undefined ? [] : [{ size: Number(image.getAttribute('size')), url }];
    });
    return {
      id: control.getAttribute('id') ?? '',
      label: this.resource(child(control, 'Label')) ?? '',
      tip: { title: this.resource(child(tip, 'Title')) ?? '', text: this.resource(child(tip, 'Description')) ?? '' },
      icons,
    };
  }

  private action(action: Element | undefined): RibbonAction {
    if (!action) throw new ManifestFault(words.ribbon.notDrawn('Control'));
    if (type(action) === 'ExecuteFunction') return { kind: 'function', name: child(action, 'FunctionName')?.textContent?.trim() ?? '' };
    const url = this.resource(child(action, 'SourceLocation'));
    if (type(action) !== 'ShowTaskpane' || url === undefined) throw new ManifestFault(words.ribbon.notDrawn(type(action) || 'Action'));
    const title = this.resource(child(action, 'Title'));
    // Panes without a TaskpaneId share one: Excel then opens a pane for each, which nobody wants; the address tells them apart.
    const paneId = child(action, 'TaskpaneId')?.textContent?.trim() || url;
    return { kind: 'pane', paneId, url, ...(title === undefined ? {} : { title }) };
  }

  /** What a `resid` stands for. An id that is not defined is a fault of the manifest: Excel refuses it too. */
  resource(element: Element | undefined): string | undefined {
    const id = element?.getAttribute('resid');
    if (id === null || id === undefined) return undefined;
    const value = this.resources.get(id);
    if (value === undefined) throw new ManifestFault(words.ribbon.missingResource(id));
    return value;
  }
}

function readResources(resources: Element | undefined, locale: string, root: Element): Map<string, string> {
  const values = new Map<string, string>();
  for (const list of resources ? elements(resources) : []) {
    for (const entry of elements(list)) {
      const id = entry.getAttribute('id');
      const value = localized(entry, locale, 'DefaultValue', root);
      if (id !== null && value !== undefined) values.set(id, value);
    }
  }
  return values;
}

/** A value with its overrides: the one for the locale, else the default. */
function localized(element: Element | undefined, locale: string, attribute: string, root: Element): string | undefined {
  if (!element) return undefined;
  const defaultLocale = child(root, 'DefaultLocale')?.textContent?.trim();
  const override = children(element, 'Override').find((each) => each.getAttribute('Locale')?.toLowerCase() === locale.toLowerCase());
  if (override && defaultLocale?.toLowerCase() !== locale.toLowerCase()) return override.getAttribute('Value') ?? undefined;
  return element.getAttribute(attribute) ?? undefined;
}

/** The newest VersionOverrides: the innermost, as a newer one is nested in the older. */
function latestOverrides(root: Element): Element | undefined {
  let found = child(root, 'VersionOverrides');
  for (let inner = found; inner; inner = child(inner, 'VersionOverrides')) found = inner;
  return found;
}

/** Tabs of the same id are one tab, as when several extension points fill it. */
function merged(tabs: RibbonTab[]): RibbonTab[] {
  const byId = new Map<string, RibbonTab>();
  for (const tab of tabs) {
    const known = byId.get(tab.id);
    if (known) known.groups.push(...tab.groups);
    else byId.set(tab.id, tab);
  }
  return [...byId.values()];
}

function type(element: Element): string {
  return (element.getAttributeNS(XSI, 'type') ?? '').replace(/^.*:/, '');
}
function elements(parent: Element): Element[] {
  return [...parent.children];
}
function children(parent: Element | undefined, name: string): Element[] {
  return parent ? elements(parent).filter((each) => each.localName === name) : [];
}
function child(parent: Element | undefined, name: string): Element | undefined {
  return children(parent, name)[0];
}
