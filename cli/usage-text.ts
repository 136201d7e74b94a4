const sentences: readonly (readonly [pattern: RegExp, sentence: (what: string) => string])[] = [
  [/unknown command '([^']+)'/, (what) => `没有“${what}”这个命令，运行 huizhi --help 查看全部命令`],
  [/unknown option '([^']+)'/, (what) => `没有“${what}”这个选项，加 --help 查看可用的选项`],
  [/missing required argument '([^']+)'/, (what) => `缺少参数 ${what}，加 --help 查看写法`],
  [/required option '([^']+)' not specified/, (what) => `必须写选项 ${what}`],
  [/option '([^']+)' argument missing/, (what) => `选项 ${what} 后面缺少值`],
  [/too many arguments/, () => '参数太多，加 --help 查看写法'],
]

/** The command line parser's complaint in Chinese; one it was not taught stays as it is. */
export function usageText(complaint: string): string {
  for (const [pattern, sentence] of sentences) {
    const found = pattern.exec(complaint)
    if (found) return `${sentence(found[1] ?? '')}\n`
  }
  return complaint
}
