// The only caller of Excel.run. Turns what the host throws into an ExcelFault, once. Knows no sheet.
import type { Doing, FaultKind } from './excelFault';
import { ExcelFault } from './excelFault';

/** Excel's error codes (Microsoft: "Error handling with the application-specific JavaScript APIs") by what they mean for a person. */
const kinds: Readonly<Record<string, FaultKind>> = {
  AccessDenied: 'protected',
  InvalidOperationInCellEditMode: 'editing',
  RequestPayloadSizeLimitExceeded: 'tooLarge',
  ResponsePayloadSizeLimitExceeded: 'tooLarge',
  ItemNotFound: 'gone',
  InvalidReference: 'gone',
  ItemAlreadyExists: 'nameTaken',
  ApiNotAvailable: 'unsupported',
  ApiNotFound: 'unsupported',
  NotImplemented: 'unsupported',
  UnsupportedOperation: 'unsupported',
  ServiceNotAvailable: 'busy',
  RequestAborted: 'busy',
  Timeout: 'busy',
  ActivityLimitReached: 'busy',
  Conflict: 'busy',
  ConnectionFailure: 'lost',
  GeneralException: 'unknown',
};

/** The code of an error of the host; undefined for errors that are bugs of ours. */
function hostCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' && (name === 'RichApi.Error' || name === 'OfficeExtension.Error' || code in kinds) ? code : undefined;
}

/** Whether Excel refused a request or an answer for its size alone, so that less at a time may pass. */
export function isTooLarge(error: unknown): boolean {
  const code = hostCode(error);
  return code !== undefined && kinds[code] === 'tooLarge';
}

/** Turns an error of the host into an ExcelFault; hands on any other error as it is, for it is a bug. */
export function toFault(error: unknown, doing: Doing): unknown {
  if (error instanceof ExcelFault) return error;
  const code = hostCode(error);
  if (code === undefined) return error;
  return new ExcelFault(kinds[code] ?? 'unknown', doing, code, error instanceof Error ? error.message : String(error));
}

/** Runs requests to Excel. Waits while a person is typing in a cell. Throws ExcelFault. */
export async function runExcel<T>(doing: Doing, work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, work);
  } catch (error) {
    throw toFault(error, doing);
  }
}
