// One field of a form: its label, what it takes, a line of help, and why it is refused (X3). Knows no field's meaning.
import type { ReactNode } from 'react';
import { useId } from 'react';

/** What the control inside must carry, so that label, help and refusal belong to it. */
export interface FieldMarks { readonly id: string; readonly className: 'field'; readonly 'aria-invalid': boolean; readonly 'aria-describedby': string | undefined }

interface FormFieldProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly refusal?: string | undefined;
  readonly children: (marks: FieldMarks) => ReactNode;
}

/** Shows a field. */
export function FormField({ label, help, refusal, children }: FormFieldProps) {
  const id = useId();
  const described = [refusal === undefined ? undefined : `${id}-refusal`, help === undefined ? undefined : `${id}-help`].filter((each) => each !== undefined).join(' ');
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, className: 'field', 'aria-invalid': refusal !== undefined, 'aria-describedby': described === '' ? undefined : described })}
      {refusal === undefined ? null : <p id={`${id}-refusal`} className="tone-error">{refusal}</p>}
      {help === undefined ? null : <p id={`${id}-help`} className="quiet">{help}</p>}
    </div>
  );
}
