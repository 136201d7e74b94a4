import type { LetterSections } from '../core/command.ts'
import type { Evidence } from './evidence.ts'

const figure = /\d[\d,]*(?:\.\d+)?/g

/**
 * Figures of a letter that neither the evidence nor the first draft holds: somebody wrote them in. They are shown to
 * the one who approves; numbering such as 1. is left alone.
 */
export function unknownFigures(
  text: LetterSections,
  draft: LetterSections,
  evidence: readonly Evidence[],
): string[] {
  const known = new Set([...figuresOf(wordsOf(draft)), ...figuresOf(JSON.stringify(evidence))])
  const written = figuresOf(`${text.title}\n${text.body}`)
  return [...new Set(written)].filter((one) => one.length > 1 && !known.has(one))
}

function wordsOf(sections: LetterSections): string {
  return [sections.title, sections.addressee, sections.body, sections.contact].join('\n')
}

/** Without separators and trailing zeros, so that 1,200.00 and 1200 are one figure. */
function figuresOf(text: string): string[] {
  return [...text.matchAll(figure)].map(([found]) => {
    const plain = found.replaceAll(',', '')
    return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain
  })
}
