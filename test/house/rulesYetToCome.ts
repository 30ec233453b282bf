// Rules of RULES.md that no test proves yet. The list only gets shorter: a rule that a test cites must leave it.

export const rulesYetToCome: readonly string[] = [
  'B1', 'B2', 'B3', 'B4', 'B5', 'B6',
  'R1', 'R2', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'R10', 'R11', 'R13',
];
