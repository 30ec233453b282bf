// How the pane looks: light, dark or high contrast, after Excel's own theme and the system's wishes. Decides from values; asks nobody.
import type { Theme } from '@fluentui/react-components';
import { webLightTheme } from '@fluentui/react-components';

export type Look = 'light' | 'dark' | 'contrast';

/** What is known of how things look around the pane. */
export interface Surroundings {
  /** The address parameter `theme`, by which the pretend Excel says what to look like. */
  readonly asked: string | null;
  /** Whether the system puts its own few colours in place of ours. */
  readonly forcedColors: boolean;
  /** Background of Excel's own panes, e.g. '#262626'; undefined where Excel does not say. */
  readonly officeBackground: string | undefined;
  readonly prefersDark: boolean;
}

/** Chooses the look: what is asked for, then high contrast, then Excel's theme, then the system's. */
export function chooseLook(around: Surroundings): Look {
  if (around.asked === 'light' || around.asked === 'dark' || around.asked === 'contrast') return around.asked;
  if (around.forcedColors) return 'contrast';
  const brightness = brightnessOf(around.officeBackground);
  if (brightness !== undefined) return brightness < 0.5 ? 'dark' : 'light';
  return around.prefersDark ? 'dark' : 'light';
}

/** From 0 (black) to 1 (white) as the eye weighs the three colours; undefined for what is no '#rrggbb'. */
function brightnessOf(color: string | undefined): number | undefined {
  const [, red, green, blue] = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color?.trim() ?? '') ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return (0.299 * parseInt(red, 16) + 0.587 * parseInt(green, 16) + 0.114 * parseInt(blue, 16)) / 255;
}

// Fluent names Segoe UI first, which has no Chinese; the fonts of Excel's own Chinese panes come first here.
const fontFamilyBase = '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Segoe UI", sans-serif';

/** Fluent's theme for a look. The light one is at hand; the others are loaded when they are wanted. */
export async function loadTheme(look: Look): Promise<Theme> {
  const theme = look === 'light' ? webLightTheme : (await import('./darkThemes')).darkThemes[look];
  return { ...theme, fontFamilyBase };
}
