/** What a reader should know about a text of this kind. */
const meanings: Readonly<Record<string, string>> = {
  空白: '没有可以分析的文字，不参与分类、热点和要素提取。',
  仅符号: '只有标点或表情，没有文字，不参与分类、热点和要素提取。',
  疑似繁体: '繁体字较多。分词和分类以简体为准，结果可能偏差，请以原文为准。',
  疑似拼音: '多为拼音，没有汉字可供分析，分类和要素提取不可靠。',
  超长: '超过 2 万字，只分析前 2 万字，其余原样保存。',
  重复刷屏: '同样的文字反复出现。只按一件计，内容按一遍理解。',
  网页残留: '来件带有网页代码，分析前已去除，原文不变。',
  隐形字符: '文字里夹有看不见的字符，常用来躲避检索，分析前已去除。',
}

export interface TraitView {
  name: string
  meaning: string
}

export function toTraits(names: readonly string[]): TraitView[] {
  return names.map((name) => ({ name, meaning: meanings[name] ?? '' }))
}
