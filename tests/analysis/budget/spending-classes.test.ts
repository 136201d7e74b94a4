import { expect, it } from 'vitest'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'
import { spendingClassOf } from '../../../analysis/budget/seasonal-curve.ts'

// The marts and the pure core cannot read one list; they must not drift apart.
it('the rules class spending as the marts do', async () => {
  const warehouse = await emptyWarehouse()
  try {
    const rows = await read(
      warehouse,
      'select economic_class, spending_class from intermediate.int_spending_classes',
    )
    const listed = new Map(rows.map((row) => [row['economic_class'], row['spending_class']]))
    const codes = Array.from({ length: 100 }, (_, index) => String(300 + index))
    expect(codes.map((code) => [code, spendingClassOf(`${code}01`)])).toEqual(
      codes.map((code) => [code, listed.get(code) ?? '其他']),
    )
  } finally {
    await warehouse.close()
  }
})
