import { cityCode, cityName, type District } from '../places.ts'
import { type Unit, units } from '../units.ts'
import { type World } from '../world.ts'
import { type FilePlan } from './plan.ts'
import { type Column } from './table.ts'

interface RegionRow {
  code: string
  name: string
  parent: string
  level: string
}

const regionColumns: readonly Column<RegionRow>[] = [
  { header: '区划代码', cell: (row) => row.code },
  { header: '区划名称', cell: (row) => row.name },
  { header: '上级区划代码', cell: (row) => row.parent },
  { header: '级别', cell: (row) => row.level },
  { header: '生效日期', cell: () => '2016-01-01' },
  { header: '失效日期', cell: () => '' },
]

const unitColumns: readonly Column<Unit>[] = [
  { header: '单位代码', cell: (row) => row.code },
  { header: '单位名称', cell: (row) => row.name },
  { header: '单位类别', cell: (row) => row.kind },
  { header: '上级单位代码', cell: (row) => row.parent },
  { header: '所在区划代码', cell: () => cityCode },
  { header: '编制人数', cell: (row) => row.headCount },
  { header: '生效日期', cell: () => '2019-03-01' },
  { header: '失效日期', cell: () => null },
  { header: '别名', cell: (row) => row.aliases },
]

export function masterFiles({ districts }: World): FilePlan[] {
  return [
    {
      path: 'regions/行政区划.csv',
      kind: 'regions',
      format: 'csv',
      encoding: 'utf-8-bom',
      columns: regionColumns as readonly Column<unknown>[],
      rows: regionRows(districts),
      dirt: [],
    },
    {
      path: 'units/预算单位.xlsx',
      kind: 'units',
      format: 'xlsx',
      sheet: '预算单位',
      titles: ['云岭市市本级预算单位名录'],
      columns: unitColumns as readonly Column<unknown>[],
      rows: units,
      dirt: [],
      widths: [12, 32],
    },
  ]
}

/** City, districts, streets and towns, communities and villages, each under its parent. */
export function regionRows(districts: readonly District[]): RegionRow[] {
  const rows: RegionRow[] = [{ code: cityCode, name: cityName, parent: '990000', level: '市' }]
  for (const district of districts) {
    rows.push({ code: district.code, name: district.name, parent: cityCode, level: '区县' })
    for (const street of district.streets) {
      rows.push({ code: street.code, name: street.name, parent: district.code, level: '街道乡镇' })
      street.communities.forEach((name, index) => {
        rows.push({
          code: `${street.code}${String(index + 1).padStart(3, '0')}`,
          name,
          parent: street.code,
          level: '社区村',
        })
      })
    }
  }
  return rows
}
