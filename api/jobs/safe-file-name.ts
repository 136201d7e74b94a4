const maxLength = 120

/**
 * A name that can only be a file inside its folder: no separators, no drive, no control characters, no leading dot,
 * not a device name of Windows. The ending is kept, for formats are told by it too; Chinese names stay as they are.
 */
export function safeFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const cleaned = last
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '')
  const dot = cleaned.lastIndexOf('.')
  const stem = dot > 0 ? cleaned.slice(0, dot) : cleaned
  const ending = dot > 0 ? cleaned.slice(dot, dot + 16) : ''
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem)
  const usable = stem === '' || isDevice ? `文件_${stem}` : stem
  return Array.from(usable).slice(0, maxLength).join('') + ending
}

/** The name, or the name with `(2)`, `(3)`… before its ending when it is taken. */
export function uniqueFileName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let copy = 2; ; copy++) {
    const candidate = `${stem}(${copy})${ending}`
    if (!taken.has(candidate)) return candidate
  }
}
