import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runHuizhi } from '#tests/served.ts'
import { toyLetters } from '../analysis/classify/toy-letters.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huizhi-levels-'))
})
afterAll(async () => {
  await rm(home, { recursive: true })
})

it('trains second levels where the file has them and predicts each within its first', async () => {
  const file = join(home, '标注.csv')
  const second = (title: string): string =>
    /公交车|出租车|小学|幼儿园|污水|废气/.test(title) ? '一类' : '二类'
  const rows = toyLetters.map(({ text, label }) => {
    const title = text['title'] ?? ''
    return [title, text['body'] ?? '', label, second(title)]
      .map((cell) => cell.replaceAll(',', '，'))
      .join(',')
  })
  await writeFile(file, ['标题,内容,一级标签,二级标签', ...rows].join('\n'))
  const train = ['classify', 'train', '--labels', file, '--text', '标题,内容', '--label', '一级标签']
  const common = ['--model', 'default', '--data-dir', home, '--json']
  const trained = await runHuizhi([...train, '--label-2', '二级标签', ...common])
  expect(JSON.parse(trained.stdout)).toMatchObject({ finer: [{ labels: 6 }] })

  const out = join(home, '结果.csv')
  const predicted = await runHuizhi(['classify', 'predict', '--in', file, '--out', out, ...common])
  expect(predicted.code).toBe(0)
  const [header = '', ...lines] = (await readFile(out, 'utf8'))
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
  expect(header.split(',').slice(-3)).toEqual(['predicted', 'confidence', 'predicted_2'])
  const right = lines.filter((line) => line.split(',').at(-1) === second(line.split(',')[0] ?? ''))
  expect(right.length / lines.length).toBeGreaterThan(0.9)

  const evaluated = await runHuizhi(['classify', 'evaluate', '--in', file, ...common])
  const { macroF1, finer } = JSON.parse(evaluated.stdout) as {
    macroF1: number
    finer: { texts: number; macroF1: number }[]
  }
  expect(macroF1).toBeGreaterThan(0.9)
  expect(finer).toHaveLength(1)
  expect(finer[0]?.texts).toBe(rows.length)
  expect(finer[0]?.macroF1).toBeGreaterThan(0.9)
  const printed = await runHuizhi(['classify', 'evaluate', '--in', file, ...common.slice(0, -1)])
  expect(printed.stdout).toMatch(/二级 宏平均 F1 0\.9|二级 宏平均 F1 1\.0/)
}, 240_000)

it('keeps lower labels too few to learn from as examples', async () => {
  const file = join(home, '少量.csv')
  const rows = toyLetters.map(({ text, label }) => {
    const title = text['title'] ?? ''
    const cells = [title, text['body'] ?? '', label, title === '公交车太差了' ? '公交' : '']
    return cells.map((cell) => cell.replaceAll(',', '，')).join(',')
  })
  await writeFile(file, ['标题,内容,一级标签,二级标签', ...rows].join('\n'))
  const common = ['--model', 'few', '--data-dir', home, '--json']
  const labels = ['--text', '标题,内容', '--label', '一级标签', '--label-2', '二级标签']
  const trained = await runHuizhi(['classify', 'train', '--labels', file, ...labels, ...common])
  expect(JSON.parse(trained.stdout)).toMatchObject({ finer: [] })
  const evaluated = await runHuizhi(['classify', 'evaluate', '--in', file, ...common])
  expect(JSON.parse(evaluated.stdout)).toMatchObject({ finer: [{ texts: 1, accuracy: 1 }] })
}, 120_000)
