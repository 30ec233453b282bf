// Details for the administrator: text that can be selected and copied. The clipboard itself is closed to panes in Excel on the web.
import { useId, useRef, useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../wordsContext';

const useStyles = makeStyles({
  text: {
    display: 'block', boxSizing: 'border-box', width: '100%', height: '96px', marginTop: '4px', padding: '6px', resize: 'vertical', font: 'inherit', fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground3, border: `1px solid ${tokens.colorNeutralStrokeAccessible}`, borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  label: { color: tokens.colorNeutralForeground2 },
  below: { display: 'flex', alignItems: 'center', gap: '8px', marginTop: '6px', flexWrap: 'wrap' },
});

/** Shows details with a button that selects them. */
export function Details({ text }: { readonly text: string }) {
  const styles = useStyles();
  const words = useWords();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [isSelected, setSelected] = useState(false);
  const select = (): void => {
    area.current?.focus();
    area.current?.select();
    setSelected(true);
  };
  return (
    <div>
      <label htmlFor={id} className={styles.label}>{words.frame.detailsLabel}</label>
      <textarea ref={area} id={id} className={styles.text} readOnly value={text} spellCheck={false} />
      <div className={styles.below}>
        <Button size="small" onClick={select}>{words.frame.selectDetails}</Button>
        <span role="status">{isSelected ? words.frame.selectedDetails : ''}</span>
      </div>
    </div>
  );
}
