/** A chosen file in words: name and size in KB or MB. */
export function describeFile(file: Pick<File, 'name' | 'size'>): string {
  const kilobytes = file.size / 1024
  const size =
    kilobytes < 1024 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
  return `${file.name}（${size}）`
}
