const fifteenDigits = /\d[\d.eE+-]{14}/
const stringsAndLongNumbers = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]{14,}/g

/**
 * Parses JSON with long numbers as text: ids of 19 digits and amounts with many places would lose their last digits
 * as floating-point numbers. Throws SyntaxError as JSON.parse does.
 */
export function parseExact(text: string): unknown {
  if (!fifteenDigits.test(text)) return JSON.parse(text)
  return JSON.parse(
    text.replace(stringsAndLongNumbers, (token) => (token.startsWith('"') ? token : `"${token}"`)),
  )
}
