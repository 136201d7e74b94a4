const [width, height] = [595, 842]
const [left, top, leading, size] = [50, 60, 22, 10]

/**
 * A PDF of pages of lines, words set apart; Chinese by the standard font and encoding that every reader knows, so that
 * nothing is embedded. The same lines always give the same bytes.
 */
export function pdfBytes(pages: readonly (readonly string[])[]): Buffer {
  const font = 3 + pages.length * 2
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${String(3 + index * 2)} 0 R`).join(' ')}] /Count ${String(pages.length)} >>`,
    ...pages.flatMap((lines, index) => {
      const content = contentOf(lines)
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${String(width)} ${String(height)}] /Contents ${String(4 + index * 2)} 0 R /Resources << /Font << /F1 ${String(font)} 0 R >> >> >>`,
        `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
      ]
    }),
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [${String(font + 1)} 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor ${String(font + 2)} 0 R >>`,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  const count = String(objects.length + 1)
  text += `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}trailer << /Size ${count} /Root 1 0 R >>\nstartxref\n${String(start)}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

function contentOf(lines: readonly string[]): string {
  const pieces: string[] = []
  for (const [index, line] of lines.entries()) {
    let x = left
    for (const word of line.split(' ')) {
      const y = height - top - index * leading
      pieces.push(`BT /F1 ${String(size)} Tf ${String(x)} ${String(y)} Td <${hexOf(word)}> Tj ET`)
      x += word.length * size + size
    }
  }
  return pieces.join('\n')
}

/** UTF-16, big-endian, as hex. */
function hexOf(text: string): string {
  return Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  ).join('')
}
