/** A chosen file in words: name and size in KB or MB. */
export function describeFile(file: Pick<File, 'name' | 'size'>): string {
  return `${file.name}（${sizeText(file.size)}）`
}

/** A size in KB or MB. */
export function sizeText(bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
