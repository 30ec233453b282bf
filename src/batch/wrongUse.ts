// A command that cannot begin: wrong use, or input that cannot be read. Knows its sentence and nothing else.

/** Ends the program with exit code 2 and one line on stderr. */
export class WrongUse extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'WrongUse';
  }
}
