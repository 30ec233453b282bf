// The looks that most people never see, apart, so that nobody else loads them.
import { teamsHighContrastTheme, webDarkTheme } from '@fluentui/react-components';

/** Fluent's themes for a dark and a high-contrast look. */
export const darkThemes = { dark: webDarkTheme, contrast: teamsHighContrastTheme };
