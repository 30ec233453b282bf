// How many tasks have which light: a bar for the eye, a sentence for readers, and the words with their counts.
import type { Light } from '../../core/light';
import { statusWords } from '../../words/status';
import { useWords } from '../language';
import { lightClasses } from './LightMark';

const order = Object.keys(lightClasses) as Light[];

interface LightsBarProps {
  readonly counts: Readonly<Record<Light, number>>;
  /** Which light is looked at alone; without `onChoose` the words are no buttons. */
  readonly chosen?: Light | undefined;
  readonly onChoose?: (light: Light) => void;
}

/** Shows the bar with its words. */
export function LightsBar({ counts, chosen, onChoose }: LightsBarProps) {
  const words = useWords(statusWords);
  const total = order.reduce((sum, light) => sum + counts[light], 0);
  return (
    <div className="lights">
      <div className="lights-bar" role="img" aria-label={words.lightsPicture(total, order.map((light) => words.countOf(words.light[light], counts[light])))}>
        {order.filter((light) => counts[light] > 0).map((light) => <span key={light} className={`lights-part part-${lightClasses[light]}`} style={{ flexGrow: counts[light] }} />)}
      </div>
      <ul className="lights-words">
        {order.map((light) => {
          const inside = (
            <>
              <span className={`swatch part-${lightClasses[light]}`} aria-hidden />
              <span>{words.light[light]}</span>
              <strong>{counts[light]}</strong>
            </>
          );
          return (
            <li key={light}>
              {onChoose === undefined ? <span className="lights-word">{inside}</span> : (
                <button
                  type="button" className="lights-word" aria-pressed={chosen === light} disabled={counts[light] === 0 && chosen !== light}
                  onClick={() => { onChoose(light); }}
                >{inside}</button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
