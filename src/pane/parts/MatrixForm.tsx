// What a matrix does not say about the year, as a short form, each field with where it came from (L9, P1, P2, D4).
import { useEffect, useId, useRef } from 'react';
import { matrixWords } from '../../words/matrixScreen';
import { useConductor } from '../conductorContext';
import type { MatrixView } from '../desks/matrixDesk';
import type { FormField } from '../matrixForm';
import { formFields } from '../matrixForm';
import { useWords } from '../language';
import { Fold } from './Fold';

const rules = ['before', 'after', 'keep'] as const;

/** Shows the form. Fields that cannot stand are marked once the preview was asked for, and the first of them takes the focus. */
export function MatrixForm({ view, open, onToggle }: { readonly view: MatrixView; readonly open: boolean; readonly onToggle: () => void }) {
  const words = useWords(matrixWords);
  const { faults, asked } = view;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0 && open) place.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    // Only when the preview is asked for: not again with every key that is typed.
  }, [asked, open]);
  return (
    <Fold level={2} title={words.formTitle} note={faults.length === 0 ? words.formComplete : words.formLacks(faults.length)} open={open} onToggle={onToggle}>
      <div ref={place}>
        <p className="quiet">{words.formText}</p>
        {formFields.map((field) => <Field key={field} field={field} view={view} />)}
      </div>
    </Fold>
  );
}

function Field({ field, view }: { readonly field: FormField; readonly view: MatrixView }) {
  const words = useWords(matrixWords);
  const { matrix } = useConductor();
  const id = useId();
  const { form, origins, faults, asked } = view;
  const isWrong = asked > 0 && faults.includes(field);
  const origin = origins[field];
  const said = isWrong ? words.faults[field] : origin === undefined ? '' : words.origins[origin];
  const common = { id, className: 'field', value: form[field], 'aria-invalid': isWrong, 'aria-describedby': `${id}-said` };
  const isDay = field === 'issuedOn' || field === 'firstCutOff';
  const isNumber = field === 'year' || field === 'everyMonths' || field === 'warningDays';
  return (
    <div className="matrix-form-field">
      <label htmlFor={id}>{words.fields[field]}</label>
      {field === 'weekendRule' ? (
        <select {...common} onChange={(event) => { matrix.setField(field, event.target.value); }}>
          {rules.map((rule) => <option key={rule} value={rule}>{words.weekendRules[rule]}</option>)}
        </select>
      ) : (
        <input {...common} type={isDay ? 'date' : 'text'} inputMode={isNumber ? 'numeric' : undefined} onChange={(event) => { matrix.setField(field, event.target.value); }} />
      )}
      <p id={`${id}-said`} className={isWrong ? 'tone-error' : 'quiet'}>{said}</p>
    </div>
  );
}
