// A part of a screen under a heading of its own.
import type { ReactNode } from 'react';
import { useId } from 'react';

/** Shows a part of a screen. `beside` stands at the right of its heading. */
export function Section({ title, beside, children }: { readonly title: string; readonly beside?: ReactNode; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  );
}
