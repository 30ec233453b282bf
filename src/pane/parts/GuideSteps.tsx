// What the add-in is for and its three steps.
import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../wordsContext';

const useStyles = makeStyles({
  intro: { margin: '0 0 8px', lineHeight: tokens.lineHeightBase300 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '6px' },
  step: { display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', columnGap: '10px' },
  number: {
    display: 'flex', alignItems: 'center', justifyContent: 'center', width: '24px', height: '24px', borderRadius: '50%', fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForegroundOnBrand, backgroundColor: tokens.colorBrandBackground,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: '24px', fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, lineHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2 },
});

/** Shows the introduction and the steps. */
export function GuideSteps() {
  const styles = useStyles();
  const words = useWords();
  return (
    <>
      <p className={styles.intro}>{words.guide.intro}</p>
      <ol className={styles.list} aria-label={words.guide.stepsLabel}>
        {words.guide.steps.map((step, index) => (
          <li key={step.title} className={styles.step}>
            <span className={styles.number} aria-hidden>{index + 1}</span>
            <div>
              <h2 className={styles.title}>{step.title}</h2>
              <p className={styles.text}>{step.text}</p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
