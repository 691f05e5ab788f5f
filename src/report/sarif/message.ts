/**
 * Text as the message of a result: brackets would make a link and braces a placeholder, so they are escaped as the
 * standard says (SARIF 2.1.0, 3.11.5 and 3.11.6).
 */
export function messageText(text: string): string {
  return text.replace(/[[\]]/g, (bracket) => `\\${bracket}`).replace(/[{}]/g, (brace) => `${brace}${brace}`);
}
