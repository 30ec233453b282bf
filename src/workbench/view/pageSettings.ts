// What the address of the workbench page asks for. Knows nothing of how it is done.

/** The wishes in the page's address: ?open=&sheet=&today=&theme=&pane=&set= */
export interface PageSettings {
  /** An .xlsx served beside the page, loaded at the start. */
  open?: string;
  /** The sheet to show first, by name. */
  sheet?: string;
  /** The day on which formulas are computed, YYYY-MM-DD. */
  today?: string;
  theme: 'light' | 'dark' | 'contrast';
  paneClosed: boolean;
  /** The ExcelApi version that this Excel declares. */
  set: string;
  /** The manifest to draw the ribbon from. */
  manifest: string;
}

/** Reads the page's query; what it does not understand falls back to the usual and is named in `odd`. */
export function parsePageSettings(query: string): { settings: PageSettings; odd: string[] } {
  const asked = new URLSearchParams(query);
  const odd: string[] = [];
  const settings: PageSettings = { theme: 'light', paneClosed: asked.get('pane') === 'closed', set: '1.14', manifest: asked.get('manifest') ?? './manifest.xml' };
  const open = asked.get('open');
  if (open) settings.open = open;
  const sheet = asked.get('sheet');
  if (sheet) settings.sheet = sheet;
  const today = asked.get('today');
  if (today !== null) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(today) && isDay(today)) settings.today = today;
    else odd.push(`today=${today}`);
  }
  const theme = asked.get('theme');
  if (theme === 'dark' || theme === 'contrast' || theme === 'light') settings.theme = theme;
  else if (theme !== null) odd.push(`theme=${theme}`);
  const set = asked.get('set');
  if (set !== null) {
    if (/^1\.\d{1,2}$/.test(set)) settings.set = set;
    else odd.push(`set=${set}`);
  }
  return { settings, odd };
}

/** Whether YYYY-MM-DD names a day that exists. */
function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
