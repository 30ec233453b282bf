// The reasons for which a book cannot be written, and a file not be opened, as errors with a sentence for a person.

/** A file cannot be taken, or a book not be written; the message is for the person at the screen. */
export class FileFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FileFault';
  }
}
