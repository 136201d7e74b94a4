import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRiskReader, readRisk, riskKinds } from '../../../analysis/risk/index.ts'
import { riskRules } from '../../../analysis/risk/rules.ts'
import { rulesIn } from '../../../analysis/risk/stem-scan.ts'

/** Invented messages: the kind they should be given, and look-alikes (无). */
const labelled = readFileSync(join(import.meta.dirname, '虚构留言.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [kind: string, text: string])

describe('on three hundred invented messages', () => {
  it.each(riskKinds)('%s is found and its look-alikes are left alone', (kind) => {
    const found = labelled.map(([gold, text]) => ({
      gold,
      isFound: readRisk('', text)?.kinds.includes(kind) === true,
    }))
    const hits = found.filter((one) => one.gold === kind && one.isFound).length
    const positives = found.filter((one) => one.gold === kind).length
    const falseAlarms = found.filter((one) => one.gold === '无' && one.isFound).length
    expect(positives).toBeGreaterThanOrEqual(20)
    expect(hits / positives).toBeGreaterThanOrEqual(0.9)
    expect(hits / (hits + falseAlarms)).toBeGreaterThanOrEqual(0.95)
  })

  it('has at least three hundred of them', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(300)
  })

  it('no rule matches a text in which the scan of stems does not expect it', () => {
    for (const [, text] of labelled) {
      riskRules.forEach((rule, at) => {
        if (rule.pattern.test(text))
          expect([rule.kind, text, (rulesIn(text) >>> at) & 1]).toEqual([rule.kind, text, 1])
      })
    }
  })
})

describe('context', () => {
  const scoreOf = (text: string): number => readRisk('', text)?.score ?? 0

  it.each([
    ['楼道里着火了', '为防止着火请清理楼道'],
    ['昨晚楼道着火了', '万一着火怎么办'],
    ['老板拖欠我们的工资', '老板拖欠的工资已经全部发放，感谢'],
    ['有人在工地上被打伤', '三年前有人在工地上被打伤'],
    ['学生在学校被体罚', '建议学校出台规定，加强教育，不得体罚学生'],
  ])('“%s” weighs more than “%s”', (strong, weak) => {
    expect(scoreOf(strong)).toBeGreaterThan(scoreOf(weak))
  })

  it('is urgent when it happens now, and only worth a look when it may happen', () => {
    expect(readRisk('', '救命，现在楼下煤气泄漏，正在往外冒，有人昏迷')?.level).toBe('紧急')
    expect(readRisk('', '担心电动车在楼道充电，万一起火怎么办')?.level).not.toBe('紧急')
  })
})

describe('createRiskReader', () => {
  const voice = { id: 'V1', kind: 'petitions', title: '求助', body: '', date: null }

  it('gives kind, words and the place of their sentence, and the role that sees it first', () => {
    const body = '我们是示例工地的工人。公司拖欠我们三个月工资不发。'
    const [row] = createRiskReader({ roles: { 默认: 'research', 拖欠工资: 'supervision' } })(
      { ...voice, body },
      [],
    )
    expect(row).toMatchObject({ voice_id: 'V1', role: 'supervision' })
    const [reason] = JSON.parse((row as { reasons: string }).reasons) as {
      kind: string
      words: string
      offset: number
    }[]
    expect(reason?.kind).toBe('拖欠工资')
    expect(`求助\n${body}`.slice(reason?.offset)).toMatch(/^公司拖欠/)
  })

  it('has nothing to say of a quiet message', () => {
    expect(createRiskReader()({ ...voice, body: '路灯坏了一周，请尽快修好。' }, [])).toEqual([])
  })

  it.each([
    '',
    '😀😀😀',
    '<script>上吊</script>',
    '跳楼'.repeat(50_000),
    '。'.repeat(100_000),
    '起火'.repeat(3) + '​',
  ])('is bounded on odd texts (%#)', (body) => {
    const rows = createRiskReader()({ ...voice, body }, [])
    expect(rows.length).toBeLessThanOrEqual(1)
    expect(JSON.stringify(rows).length).toBeLessThan(4000)
  })

  it('keeps scores between 0 and 1 and kinds among the known, whatever the text', () => {
    const words = fc.array(
      fc.constantFrom(
        '我',
        '工资',
        '拖欠',
        '跳楼',
        '价',
        '没有',
        '起火',
        '孩子',
        '被打',
        '。',
        '，',
        '聚集',
        '业主',
        '万一',
      ),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(words, (some) => {
        const risk = readRisk('', some.join(''))
        if (risk === null) return
        expect(risk.score).toBeGreaterThan(0)
        expect(risk.score).toBeLessThanOrEqual(1)
        for (const kind of risk.kinds) expect(riskKinds).toContain(kind)
        for (const reason of risk.reasons) expect(some.join('')).toContain(reason.words)
      }),
    )
  })
})
