// Puts a text on the clipboard, where a page may do that. Knows the page, and nothing of the text.

/** Copies a text; false where this page is not allowed to: Excel on the web closes the clipboard to panes (office-js issue 1991). */
export async function copyText(text: string): Promise<boolean> {
  // Absent where the page came over an address without a certificate.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) return false;
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    // The refusal says no more than that it is refused; the person is shown the text instead.
    return false;
  }
}
