// What a stylesheet is to a test: nothing. Knows no class names.
export {};
