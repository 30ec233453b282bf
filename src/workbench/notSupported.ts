// What the pretend Excel says when it is asked for something that it does not do. Loud on purpose: a silent gap would pass as Excel's behaviour.

/** A thing of the real Excel that the workbench lacks, by object and member. */
export class NotSupported extends Error {
  constructor(readonly object: string, readonly member: string, detail?: string) {
    super(`NotSupported: ${object}.${member}${detail ? ` (${detail})` : ''}`);
    this.name = 'NotSupported';
  }
}
