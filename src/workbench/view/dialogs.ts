// Small windows that ask or tell something and wait for an answer, as Excel's alerts do. Knows no sentences of its own but the buttons.
import { words } from '../words';
import { button, element } from './element';

export interface Question {
  title: string;
  message: string;
  /** From left to right; the first is the one that Enter presses. The last is what Escape means. */
  answers?: readonly { id: string; label: string }[];
  kind?: 'stop' | 'warning' | 'information' | 'question';
}

/** Shows alerts one after another, each until it is answered. */
export class Dialogs {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly home: HTMLElement, private readonly back: () => void) {}

  /** Asks, and gives the id of the answer. */
  ask(question: Question): Promise<string> {
    const next = this.last.then(() => this.show(question));
    this.last = next;
    return next;
  }

  /** Tells something that needs no answer but OK. */
  async tell(title: string, message: string, kind: Question['kind'] = 'warning'): Promise<void> {
    await this.ask({ title, message, kind });
  }

  private show(question: Question): Promise<string> {
    const answers = question.answers ?? [{ id: 'ok', label: words.dialog.ok }];
    return new Promise((resolve) => {
      let given = answers.at(-1)?.id ?? 'ok';
      const buttons = answers.map(({ id, label }, index) => button({ class: index === 0 ? 'wb-button is-primary' : 'wb-button', text: label, 'data-answer': id }, () => {
        given = id;
        dialog.close();
      }));
      const dialog = element('dialog', { class: 'wb-dialog', 'aria-labelledby': 'wb-dialog-title', 'aria-describedby': 'wb-dialog-message', 'data-kind': question.kind ?? 'warning' },
        element('div', { class: 'wb-dialog-title', id: 'wb-dialog-title', text: question.title }),
        element('div', { class: 'wb-dialog-body' },
          element('span', { class: 'wb-dialog-sign', 'aria-hidden': 'true', text: { stop: '×', warning: '!', information: 'i', question: '?' }[question.kind ?? 'warning'] }),
          element('p', { id: 'wb-dialog-message', text: question.message })),
        element('div', { class: 'wb-dialog-buttons' }, ...buttons));
      dialog.addEventListener('close', () => {
        dialog.remove();
        this.back();
        resolve(given);
      });
      this.home.append(dialog);
      dialog.showModal();
      buttons[0]?.focus();
    });
  }
}
