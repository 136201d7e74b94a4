import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runHuizhi } from '#tests/served.ts'

/** The command line as another program uses it: real processes, one JSON document on stdout, exit codes. */
let home: string
let letters: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huizhi-cli-'))
  letters = join(home, '留言.csv')
  const noise = Array.from(
    { length: 12 },
    (_, day) =>
      `N-${day},示例花园夜间施工噪声扰民,2026-09-${String(day + 1).padStart(2, '0')} 08:00,示例花园小区旁边的工地半夜施工噪声很大第${day}次反映,城乡建设`,
  )
  const buses = Array.from(
    { length: 12 },
    (_, day) =>
      `B-${day},示例路公交车间隔太长,2026-09-${String(day + 1).padStart(2, '0')} 18:00,示例路的公交车要等四十分钟才来一趟上班迟到第${day}回,交通运输`,
  )
  const rows = [
    '留言编号,留言主题,留言时间,留言详情,一级标签',
    ...noise,
    ...buses,
    'X-1,坏日期,2026-02-30,二月三十日,城乡建设',
  ]
  await writeFile(letters, `${rows.join('\n')}\n`)
})

afterAll(() => rm(home, { recursive: true, force: true }))

async function json(
  args: readonly string[],
): Promise<{ code: number | null; body: Record<string, unknown> }> {
  const { code, stdout } = await runHuizhi([...args, '--data-dir', home, '--json'])
  return { code, body: JSON.parse(stdout) as Record<string, unknown> }
}

describe('huizhi --json', () => {
  it('ingest counts every row, exits 2 when some were refused, and changes nothing the second time', async () => {
    const first = await json(['ingest', letters])
    expect(first.code).toBe(2)
    expect(first.body['loads']).toMatchObject([
      {
        kind: 'petitions',
        rows: 25,
        accepted: 24,
        quarantined: 1,
        unchanged: 0,
        reasons: { date_impossible: 1 },
      },
    ])
    const second = await json(['ingest', letters])
    expect(second.body['loads']).toMatchObject([{ rows: 25, accepted: 0, quarantined: 1, unchanged: 24 }])
  })

  it('ingest says what came of control totals that follow their file', async () => {
    const totals = join(home, '留言.对账.csv')
    await writeFile(totals, '项目,值\n行数,25\n')
    const { code, stdout } = await runHuizhi(['ingest', totals, '--data-dir', home])
    expect(code).toBe(0)
    expect(stdout).toContain('对账文件“留言.对账.csv”已与先前接入的“留言.csv”核对：对平')
  })

  it('topics name the source’s own ids', async () => {
    const { code, body } = await json(['topics'])
    expect(code).toBe(0)
    const topics = body['topics'] as { rank: number; record_ids: string[]; from: string; to: string }[]
    const noise = topics.find((topic) => topic.record_ids.includes('N-0'))
    expect(noise?.record_ids.every((id) => id.startsWith('N-'))).toBe(true)
    expect(noise).toMatchObject({ from: '2026-09-01', to: '2026-09-12' })
  })

  it('budget check says for every rule why it could not run', async () => {
    const { body } = await json(['budget', 'check'])
    expect(body['findings']).toEqual([])
    const rules = body['not_applicable'] as { rule: string; why: string }[]
    expect(rules).toHaveLength(50)
    for (const { why } of rules) expect(why).not.toBe('')
  })

  it('classify predict keeps columns and rows in order and adds two', async () => {
    const trained = await json([
      'classify',
      'train',
      '--labels',
      letters,
      '--text',
      '留言主题,留言详情',
      '--label',
      '一级标签',
      '--model',
      'm1',
    ])
    expect(trained.code).toBe(0)
    const out = join(home, '结果.csv')
    await json(['classify', 'predict', '--model', 'm1', '--in', letters, '--out', out])
    const [header = '', ...rows] = (await readFile(out, 'utf8')).replace('\uFEFF', '').trim().split(/\r?\n/)
    expect(header).toBe('留言编号,留言主题,留言时间,留言详情,一级标签,predicted,confidence')
    expect(rows.map((row) => row.split(',')[0])).toEqual([
      ...Array.from({ length: 12 }, (_, day) => `N-${day}`),
      ...Array.from({ length: 12 }, (_, day) => `B-${day}`),
      'X-1',
    ])
    const right = rows.slice(0, 24).filter((row) => row.split(',')[4] === row.split(',')[5])
    expect(right.length).toBe(24)
  })
})

describe('a wrong command line', () => {
  it.each([
    [['nonsense'], '没有“nonsense”这个命令'],
    [['ingest'], '缺少参数 path'],
    [['link', '--role', 'mayor'], '没有“mayor”这个角色'],
    [['classify', 'predict', '--in', 'a.csv', '--out', 'b.csv'], '必须写选项 --model'],
    [['classify', 'evaluate', '--model', '没有', '--in', 'a.csv'], '没有名为“没有”的模型'],
  ])('%j is answered in Chinese with exit code 1', async (args, sentence) => {
    const { code, stderr } = await runHuizhi([...args, ...(args.length > 1 ? ['--data-dir', home] : [])])
    expect(code).toBe(1)
    expect(stderr).toContain(sentence)
  })
})
