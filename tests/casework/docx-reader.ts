import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

export interface ReadDocx {
  /** Texts of the paragraphs of the body in order, those of tables included. */
  readonly paragraphs: readonly string[]
  /** Every element of the document with its attributes, in order. */
  readonly elements: readonly {
    readonly name: string
    readonly attributes: Readonly<Record<string, string>>
  }[]
  readonly part: (name: string) => string
  readonly parts: readonly string[]
}

/** Opens a DOCX with a ZIP and a strict XML reader; a broken part throws. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const files = unzipSync(bytes)
  const texts = new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]))
  const part = (name: string): string => texts.get(name) ?? ''
  for (const [name, text] of texts) if (/\.(xml|rels)$/.test(name)) parseXml(text)
  const elements = parseXml(part('word/document.xml'))
  return { ...elements, part, parts: [...texts.keys()].sort() }
}

function parseXml(xml: string): Pick<ReadDocx, 'paragraphs' | 'elements'> {
  const parser = new SaxesParser()
  const paragraphs: string[] = []
  const elements: { name: string; attributes: Record<string, string> }[] = []
  let current: string | null = null
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    elements.push({ name, attributes })
    if (name === 'w:p') current = ''
  })
  parser.on('text', (text) => {
    if (current !== null) current += text
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'w:p' && current !== null) paragraphs.push(current)
  })
  parser.write(xml).close()
  return { paragraphs, elements }
}
