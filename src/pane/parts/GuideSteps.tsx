// What the add-in is for and its three steps.
import { guideWords } from '../../words/guide';
import '../build.css';
import { useWords } from '../language';

/** Shows the introduction and the steps. */
export function GuideSteps() {
  const words = useWords(guideWords);
  return (
    <>
      <p>{words.intro}</p>
      <ol className="guide-steps" aria-label={words.stepsLabel}>
        {words.steps.map((step, index) => (
          <li key={step.title}>
            <span className="guide-number" aria-hidden>{index + 1}</span>
            <div>
              <h2>{step.title}</h2>
              <p>{step.text}</p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
