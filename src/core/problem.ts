// What is wrong with the data, as a value with a place. words/say.ts turns it into a sentence; nothing here is one.

/** error: must be mended; warning: look at it; note: good to know. */
export type Level = 'error' | 'warning' | 'note';

/** Where a problem is. As much as is known; a person must be able to go there. */
export interface Place {
  readonly file?: string;
  readonly sheet?: string;
  /** A1 address, e.g. 'J7'. */
  readonly cell?: string;
  readonly taskId?: string;
  /** Key of a column, e.g. 'due'. */
  readonly column?: string;
  /** 1-based place in a list of the file, e.g. the third task. */
  readonly index?: number;
}

/** What to write into the cell instead, where that is certain: a text, or with `on` a true day that is shown as the text. */
export interface Fix {
  /** Key of a column, e.g. 'due'. */
  readonly column: string;
  readonly text: string;
  readonly on?: string;
}

/** A problem: the rule that it breaks, how bad, where, and the values that its sentence needs. */
export interface Problem {
  readonly rule: string;
  /** Which of the rule's sentences, e.g. 'noSuchMonth'. With the rule it is the key of the sentence in words/. */
  readonly kind: string;
  readonly level: Level;
  readonly at: Place;
  readonly values: Readonly<Record<string, string | number>>;
  readonly fix?: Fix;
}

/** Why something is as it is: a rule and the values that its sentence needs. */
export interface Reason {
  readonly rule: string;
  readonly kind: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Either a value or the problems that kept it from being one. */
export type Result<T> = { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] } | { readonly ok: false; readonly problems: readonly Problem[] };
