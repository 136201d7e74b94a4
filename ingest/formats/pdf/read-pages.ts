import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type * as PdfReader from 'pdfjs-dist/legacy/build/pdf.mjs'
import { IngestError } from '../../errors.ts'

/** A piece of text where it stands on a page; `y` grows downwards. */
export interface PdfText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
}

export interface PdfPage {
  readonly number: number
  readonly texts: readonly PdfText[]
}

/**
 * The reader is large and seldom needed: it is loaded with the first file. It makes a matrix for drawing as it loads and
 * takes that class from an optional canvas package; reading text needs neither. That the package is absent it says on
 * standard output, where a command's one JSON document goes: while it loads it is not listened to.
 */
async function loadReader(): Promise<typeof PdfReader> {
  const scope = globalThis as { DOMMatrix?: unknown }
  scope.DOMMatrix ??= class {
    readonly isIdentity = true
  }
  const spoken = Object.getOwnPropertyDescriptor(console, 'log')
  Object.defineProperty(console, 'log', { ...spoken, value: () => undefined })
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    Object.defineProperty(console, 'log', spoken ?? {})
  }
}

/** Where the reader finds the maps of the standard Chinese encodings, which files may name without embedding them. */
function characterMaps(): string {
  const reader = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
  return `${join(dirname(reader), 'cmaps')}${sep}`
}

/**
 * Reads the text layer of a PDF page by page. The reader takes the bytes over: they are not there afterwards.
 * Throws IngestError: pdf_damaged, pdf_without_text.
 * @param place name of the file
 */
export async function readPdfPages(data: Uint8Array, place: string): Promise<PdfPage[]> {
  const { getDocument } = await loadReader()
  // Fonts are for drawing; nothing is fetched and no code of the file runs.
  const task = getDocument({
    data,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    cMapUrl: characterMaps(),
    cMapPacked: true,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    const pages: PdfPage[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const height = page.getViewport({ scale: 1 }).height
      const { items } = await page.getTextContent()
      const texts = items.flatMap((item) =>
        'str' in item && item.str.trim() !== '' ? [placed(item, height)] : [],
      )
      pages.push({ number, texts })
    }
    if (pages.every(({ texts }) => texts.length === 0))
      throw new IngestError(
        'pdf_without_text',
        `“${place}”没有文字层（扫描件），不能核对，请换用可以复制文字的文件。`,
        place,
      )
    return pages
  } catch (error) {
    if (error instanceof IngestError) throw error
    throw new IngestError(
      'pdf_damaged',
      `“${place}”打不开：文件可能已损坏或设有密码，请重新下载后再试。`,
      place,
      {
        cause: error,
      },
    )
  } finally {
    await task.destroy()
  }
}

function placed(
  item: { readonly str: string; readonly transform: unknown[]; readonly width: number },
  height: number,
): PdfText {
  const [x = 0, y = 0] = item.transform.slice(4).map(Number)
  return { text: item.str, x, y: height - y, width: item.width }
}
