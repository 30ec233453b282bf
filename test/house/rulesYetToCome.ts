// Rules of RULES.md that no test proves yet. The list only gets shorter: a rule that a test cites must leave it.

export const rulesYetToCome: readonly string[] = [];
