// Rules of RULES.md that no test proves yet. The list only gets shorter: a rule that a test cites must leave it.

export const rulesYetToCome: readonly string[] = [
  'I1', 'I2', 'I3', 'I4', 'I5',
  'O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7', 'O8',
  'D1', 'D2', 'D3', 'D4', 'D8',
  'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9',
  'F1', 'F2', 'F3', 'F4',
  'C1', 'C3', 'C4',
  'P1', 'P2', 'P3',
  'B1', 'B2', 'B3', 'B4', 'B5', 'B6',
  'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'R10', 'R11', 'R12', 'R13',
];
