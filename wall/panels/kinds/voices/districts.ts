import { apiQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, mostOf, named, shortPlace } from '../../words.ts'
import { voiceSources } from '../sources.ts'

interface District {
  readonly district: string
  readonly voices: number
  readonly previous: number
}

export const voiceDistricts = defineKind({
  id: 'voices.districts',
  name: '各区县来件',
  question: '哪里来件最多，比之前多还是少？',
  form: 'tiles',
  sources: [voiceSources],
  definition: '各区县截至数据最后一天最近 30 天的件数，与此前 30 天相比；归不到区县的不计',
  load: ({ warehouse }) => warehouse.query(apiQueries.overview.districtTiles, {}),
  answer: (rows) => {
    const headline = districtsHeadline(rows)
    if (rows.length === 0) return { headline, content: null }
    return {
      headline,
      content: {
        form: 'tiles',
        unit: '件',
        tiles: [...rows]
          .sort((a, b) => (a.district < b.district ? -1 : 1))
          .map((row) => ({
            id: itemOf(row),
            label: shortPlace(row.district),
            value: row.voices,
            note: changeOf(row),
            status: null,
          })),
      },
    }
  },
  fact: (rows, item) => {
    const row = rows.find((one) => itemOf(one) === item)
    if (!row) return null
    return {
      title: row.district,
      facts: [
        { label: '近 30 天', value: `${integer(row.voices)} 件` },
        { label: '此前 30 天', value: `${integer(row.previous)} 件` },
        { label: '变化', value: changeOf(row) ?? '此前没有来件，不作比较' },
        { label: '名次', value: `第 ${rankOf(rows, row)} 位，共 ${rows.length} 个` },
      ],
      trend: null,
    }
  },
})

/** The region's code, by which a map finds its shape; its name where the list of regions has no code for it. */
function itemOf({ code, district }: { readonly code: string | null; readonly district: string }): string {
  return code ?? district
}

function rankOf(rows: readonly District[], row: District): number {
  return rows.filter(({ voices }) => voices > row.voices).length + 1
}

/** "+12%", "−5%", "持平"; null without anything to compare with. */
export function changeOf({ voices, previous }: Pick<District, 'voices' | 'previous'>): string | null {
  if (previous === 0) return null
  const points = Math.round((voices / previous - 1) * 100)
  if (points === 0) return '持平'
  return points > 0 ? `+${points}%` : `−${-points}%`
}

/** Where most came from; equals are all counted, not named. */
export function districtsHeadline(districts: readonly District[]): string {
  const most = mostOf(districts, ({ voices }) => voices)
  if (!most || most.voices === 0) return '近 30 天没有可归到区县的来件'
  const equals = districts.filter(({ voices }) => voices === most.voices).length
  if (equals > 1) return `${equals} 个区县并列最多，各 ${integer(most.voices)} 件`
  const change = changeOf(most)
  return named(
    shortPlace(most.district),
    `最多：${integer(most.voices)} 件${change === null ? '' : `，${change}`}`,
  )
}
