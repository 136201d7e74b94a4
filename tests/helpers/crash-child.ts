// A process that loads and publishes until it is killed: argv = data home, first file number.
import { openWarehouse } from '#warehouse'
import { loadRows, payment, petition } from '#tests/loads.ts'

const [home = '', first = '0'] = process.argv.slice(2)
const warehouse = await openWarehouse({ dataDir: home })
process.send?.('open')
for (let file = Number(first); ; file++) {
  const rows = Array.from({ length: 400 }, (_, index) => payment(`V${file}-${index}`, '1.01'))
  await loadRows(warehouse, { kind: 'payments', fileName: `p${file}.csv`, rows })
  await loadRows(warehouse, { kind: 'petitions', fileName: `q${file}.csv`, rows: [petition(String(file))] })
  process.send?.(file)
}
