// A breath between two pieces of a file, so that whoever reads can let others in, or stop. Knows no file and no clock.

/** Called between pieces of some 64 KB. What it returns is waited for; what it throws ends the reading. */
export type ReadPace = () => Promise<void> | undefined;

/** Reads on without a breath, as in a Worker. */
export const withoutPause: ReadPace = () => undefined;

/** No piece of a file is longer than this. */
export const pieceBytes = 64 * 1024;
