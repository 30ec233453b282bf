// A light: its colour and always its word (C2).
import type { Light } from '../../core/light';
import { statusWords } from '../../words/status';
import { useWords } from '../language';

/** The class by which a light has its colour. */
export const lightClasses: Readonly<Record<Light, string>> = { 红: 'red', 黄: 'yellow', 绿: 'green' };

/** Shows a light. */
export function LightMark({ light }: { readonly light: Light }) {
  const words = useWords(statusWords);
  return <span className={`light light-${lightClasses[light]}`}>{words.light[light]}</span>;
}
