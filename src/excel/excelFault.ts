// What Excel refused, in a form that the other rooms can tell a person about. Knows no sentence.

/** Why Excel did not do what was asked. */
export type FaultKind =
  | 'protected' | 'editing' | 'tooLarge' | 'gone' | 'nameTaken' | 'unsupported' | 'busy' | 'lost' | 'unknown';

/** Which part of an action was under way. */
export type Doing = 'reading' | 'writing' | 'checking' | 'restoring' | 'showing';

/** Excel's refusal. `restored` tells whether the workbook was put back as it was (X1); absent where nothing had been written. */
export class ExcelFault extends Error {
  readonly kind: FaultKind;
  readonly doing: Doing;
  /** Excel's own code, for the record that the person can hand on. */
  readonly code: string;
  readonly restored: boolean | undefined;

  constructor(kind: FaultKind, doing: Doing, code: string, message: string, restored?: boolean) {
    super(message);
    this.name = 'ExcelFault';
    this.kind = kind;
    this.doing = doing;
    this.code = code;
    this.restored = restored;
  }

  /** The same fault, with what became of the workbook. */
  afterRestoring(restored: boolean): ExcelFault {
    return new ExcelFault(this.kind, this.doing, this.code, this.message, restored);
  }
}
