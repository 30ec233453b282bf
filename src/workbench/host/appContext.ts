// What Office.js asks about its surroundings at start: application, language, sets, document, settings, theme. Knows no Excel objects.

/** The add-in's document settings, as Office.context.document.settings keeps them: key to JSON. */
export type OfficeSettings = Map<string, string>;

/** Colours of Office's themes: body, text, control, control text. */
const THEMES = {
  light: ['#FFFFFF', '#262626', '#F3F2F1', '#262626'],
  dark: ['#262626', '#FFFFFF', '#363636', '#FFFFFF'],
  contrast: ['#000000', '#FFFFFF', '#000000', '#FFFF00'],
} as const;

function rgb(color: string): number {
  return Number.parseInt(color.slice(1), 16);
}

/** The object that window.external.GetContext() returns in Excel for Windows. */
export function appContext(parts: { sets: Readonly<Record<string, string>>; locale: string; documentUrl: string; theme: keyof typeof THEMES; settings: OfficeSettings }): Record<string, unknown> {
  const [background, text, control, controlText] = THEMES[parts.theme];
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => 'task-ledger',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => parts.locale,
    GetAppDataLocale: () => parts.locale,
    GetDocUrl: () => parts.documentUrl,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetSupportedMatrix: () => JSON.stringify(parts.sets),
    GetHostFullVersion: () => '16.0.14332.20000',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetInitialDisplayMode: () => 0,
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => {
        for (const [key, value] of parts.settings) { keys.push(key); values.push(value); }
      },
      Write: (keys: string[], values: string[]) => {
        parts.settings.clear();
        keys.forEach((key, index) => parts.settings.set(key, values[index] ?? ''));
      },
    }),
    // Colours go over as numbers in a JSON text.
    GetOfficeThemeInfo: () => JSON.stringify({ bodyBackgroundColor: rgb(background), bodyForegroundColor: rgb(text), controlBackgroundColor: rgb(control), controlForegroundColor: rgb(controlText) }),
  };
}
