// Light, dark or high contrast, after what is known around the pane; and whether it can be read.
import type { Look, Surroundings } from '../../src/pane/theme';
import { chooseLook, loadTheme } from '../../src/pane/theme';
import type { Theme } from '@fluentui/react-components';

const plain: Surroundings = { asked: null, forcedColors: false, officeBackground: undefined, prefersDark: false };

test.each<[Partial<Surroundings>, Look]>([
  [{}, 'light'],
  [{ prefersDark: true }, 'dark'],
  [{ officeBackground: '#262626' }, 'dark'],
  [{ officeBackground: '#F3F2F1', prefersDark: true }, 'light'],
  [{ officeBackground: 'not a colour', prefersDark: true }, 'dark'],
  [{ forcedColors: true, officeBackground: '#FFFFFF' }, 'contrast'],
  [{ asked: 'light', forcedColors: true, prefersDark: true }, 'light'],
  [{ asked: 'contrast' }, 'contrast'],
  [{ asked: 'dark' }, 'dark'],
  [{ asked: 'pink' }, 'light'],
])('[C2] %j looks %s', (around, look) => {
  expect(chooseLook({ ...plain, ...around })).toBe(look);
});

/** WCAG 2: relative luminance and contrast of two '#rrggbb'. */
function contrast(one: string, other: string): number {
  const luminance = (color: string): number => {
    const hex = color.length === 4 ? [...color.slice(1)].map((digit) => digit + digit).join('') : color.slice(1, 7);
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe.each<Look>(['light', 'dark', 'contrast'])('%s', (look) => {
  test.each<[keyof Theme, keyof Theme]>([
    ['colorNeutralForeground1', 'colorNeutralBackground1'],
    ['colorNeutralForeground2', 'colorNeutralBackground1'],
    ['colorNeutralForeground1', 'colorNeutralBackground3'],
    ['colorNeutralForeground1', 'colorStatusDangerBackground1'],
    ['colorNeutralForeground1', 'colorStatusWarningBackground1'],
    ['colorNeutralForeground1', 'colorStatusSuccessBackground1'],
    ['colorNeutralForegroundOnBrand', 'colorBrandBackground'],
    ['colorNeutralForeground1Hover', 'colorNeutralBackground1Hover'],
  ])('[C2] %s can be read on %s', async (front, back) => {
    const theme = await loadTheme(look);
    expect(contrast(String(theme[front]), String(theme[back]))).toBeGreaterThanOrEqual(4.5);
  });

  // Icons stand beside words, and 3:1 is what WCAG asks of them.
  test.each<keyof Theme>(['colorStatusDangerForeground1', 'colorStatusWarningForeground1', 'colorStatusSuccessForeground1', 'colorStrokeFocus2', 'colorNeutralStrokeAccessible'])('[C2] %s can be seen', async (front) => {
    const theme = await loadTheme(look);
    expect(contrast(String(theme[front]), String(theme.colorNeutralBackground1))).toBeGreaterThanOrEqual(3);
  });

  test('[C2] Chinese fonts come first', async () => {
    expect((await loadTheme(look)).fontFamilyBase).toMatch(/^"Microsoft YaHei UI"/);
  });
});
