const words: Readonly<Record<string, string>> = {
  C: '条文已核对',
  P: '监督实践中的常见类别',
  R: '文件名已知、条文待核',
  I: '推断，阈值可调整',
}

/** How sure the basis of a rule is, in words: "C/P" → "条文已核对；监督实践中的常见类别（C/P）". */
export function certaintyWords(certainty: string | null): string | null {
  if (!certainty) return null
  const said = certainty.split('/').flatMap((letter) => words[letter.trim()] ?? [])
  return said.length > 0 ? `${said.join('；')}（${certainty}）` : certainty
}
