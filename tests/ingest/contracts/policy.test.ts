import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { policyModes, resolvePolicy, type PolicyMode } from '../../../ingest/sources/policy.ts'
import { readRows } from './read-rows.ts'

const header = '凭证号,预算单位,金额,支付日期,预算年度'
const good = 'ZF1,甲局,1.00,2024-03-05,2024'
const badYear = 'ZF2,乙局,2.00,2024-03-06,手机13800138000'
const badAmount = 'ZF3,丙局,见附件,2024-03-07,2024'

const values = (mode: PolicyMode) =>
  readRows('payments', `${header}\n${good}\n${badYear}\n`, { values: mode })
const columns = (mode: PolicyMode) =>
  readRows('payments', `${header},经办\n${good},张示例\nZF2,乙局,2.00,2024-03-06,2024,\n`, { columns: mode })

describe('cells that cannot be read', () => {
  it('quarantine the row when nothing else is said', async () => {
    const read = await readRows('payments', `${header}\n${good}\n${badYear}\n`)
    expect(read.accepted).toHaveLength(1)
    expect(read.refused.map((row) => row.code)).toEqual(['integer_unreadable'])
  })

  it('refuse the whole file under freeze, naming row and column but no content', async () => {
    await expect(values('freeze')).rejects.toMatchObject({
      code: 'contract_frozen',
      message: expect.stringMatching(/第 3 行，预算年度：应是整数.*整份退回/) as string,
    })
  })

  it('are left out under discard_value, counted, and kept beside the row with personal data masked', async () => {
    const read = await values('discard_value')
    expect(read.refused).toEqual([])
    expect(read.accepted[1]).toMatchObject({ pay_cert_no: 'ZF2', fiscal_year: null })
    expect(read.accepted[1]?._extra['预算年度']).not.toContain('13800138000')
    expect(read.warnings).toEqual([expect.stringMatching(/^1 行预算年度没有取用.*原文另存$/)])
  })

  it('still quarantine a row whose required cell cannot be read', async () => {
    const read = await readRows('payments', `${header}\n${badAmount}\n`, { values: 'discard_value' })
    expect(read.refused.map((row) => row.code)).toEqual(['money_note'])
  })

  it('are accepted as they stand under evolve where only the list of allowed values was left', async () => {
    const csv = '建议编号,标题,建议内容,提交时间,办理结果\n1,题,文,2024-03-05,E类\n'
    expect((await readRows('suggestions', csv)).refused).toHaveLength(1)
    const read = await readRows('suggestions', csv, { values: 'evolve' })
    expect(read.accepted[0]).toMatchObject({ result_class: 'E类' })
    expect(read.warnings).toContain('1 行办理结果不在允许的取值中，已照原样接收')
  })
})

describe('columns that no field takes', () => {
  it('are kept and reported under evolve', async () => {
    const read = await columns('evolve')
    expect(read.accepted.map((row) => row._extra['经办'])).toEqual(['张示例', undefined])
    expect(read.warnings).toEqual(['不认识的列已原样保留：“经办”'])
  })

  it('refuse the file under freeze', async () => {
    await expect(columns('freeze')).rejects.toMatchObject({
      code: 'contract_frozen',
      message: expect.stringContaining('约定以外的列：经办') as string,
    })
  })

  it('are not taken in under discard_value, and counted', async () => {
    const read = await columns('discard_value')
    expect(read.accepted.map((row) => row._extra)).toEqual([{}, {}])
    expect(read.warnings).toEqual(['1 行“经办”列的内容没有接收（来源约定不收不认识的列）'])
  })

  it('quarantine the rows that use them under discard_row', async () => {
    const read = await columns('discard_row')
    expect(read.accepted).toHaveLength(1)
    expect(read.refused.map((row) => row.code)).toEqual(['column_unknown'])
  })
})

describe('every policy', () => {
  it('accounts for every row: accepted + quarantined = rows, or the whole file is refused', async () => {
    const mode = fc.constantFrom(undefined, ...policyModes)
    const cell = fc.constantFrom('', '1.00', '见附件', '2024-03-05', '2024', 'x', '-1', '#REF!')
    const row = fc.tuple(cell, cell, cell, cell, cell, cell)
    await fc.assert(
      fc.asyncProperty(
        fc.record({ columns: mode, values: mode, checks: mode }),
        fc.array(row, { minLength: 1, maxLength: 8 }),
        async (policy, rows) => {
          const csv = `${header},别的列\n${rows.map((cells) => cells.join(',')).join('\n')}\n`
          const chosen = Object.fromEntries(Object.entries(policy).filter(([, value]) => value !== undefined))
          try {
            const read = await readRows('payments', csv, chosen)
            expect(read.accepted.length + read.refused.length).toBe(read.rows)
          } catch (error) {
            expect(error).toMatchObject({ code: 'contract_frozen' })
            expect(Object.values(chosen)).toContain('freeze')
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is completed by the defaults; the later one wins', () => {
    expect(resolvePolicy({ columns: 'freeze', values: 'freeze' }, { values: 'evolve' })).toEqual({
      columns: 'freeze',
      values: 'evolve',
      references: 'evolve',
      checks: null,
    })
  })
})
