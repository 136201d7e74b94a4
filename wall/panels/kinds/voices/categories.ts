import { wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, mostOf, named } from '../../words.ts'
import { voiceSources } from '../sources.ts'
import { changeOf } from './districts.ts'
import { topicLimit } from './topics.ts'

interface Category {
  readonly category: string
  readonly voices: number
  readonly matters: number
  readonly previous: number
}

export const voiceCategories = defineKind({
  id: 'voices.categories',
  name: '来件类别',
  question: '哪一类事最多，哪一类涨得最快？',
  form: 'bars',
  options: [topicLimit],
  sources: [voiceSources],
  definition: '最近 30 天来件按一级分类计数（分类由模型给出，来源自己的分类补足），与此前 30 天相比',
  load: ({ warehouse }) => warehouse.query(wallQueries.categories, {}),
  answer: (rows, { options }) => {
    const headline = categoriesHeadline(rows)
    if (rows.length === 0) return { headline, content: null }
    return {
      headline,
      content: {
        form: 'bars',
        unit: '件',
        items: rows.slice(0, Number(options['limit'])).map((row) => ({
          id: row.category,
          label: row.category,
          value: row.voices,
          note: [`${integer(row.matters)} 件事`, changeOf(row) ?? '']
            .filter((part) => part !== '')
            .join(' · '),
          status: null,
        })),
        reference: null,
      },
    }
  },
  fact: (rows, item) => {
    const row = rows.find(({ category }) => category === item)
    if (!row) return null
    return {
      title: row.category,
      facts: [
        { label: '近 30 天', value: `${integer(row.voices)} 件` },
        { label: '归为', value: `${integer(row.matters)} 件事` },
        { label: '此前 30 天', value: `${integer(row.previous)} 件` },
        { label: '变化', value: changeOf(row) ?? '此前没有来件，不作比较' },
      ],
      trend: null,
    }
  },
})

/** Growth is only said of categories with enough before to compare with. */
export function categoriesHeadline(rows: readonly Category[]): string {
  const known = rows.filter(({ category }) => category !== '未归类')
  const most = mostOf(known, ({ voices }) => voices)
  if (!most || most.voices === 0) return '近 30 天没有归了类的来件'
  const risen = mostOf(
    known.filter(({ previous, voices }) => previous >= 10 && voices > previous * 1.2),
    ({ voices, previous }) => voices / previous,
  )
  if (!risen || risen.category === most.category)
    return named(
      most.category,
      `最多：${integer(most.voices)} 件${risen ? `，${changeOf(risen) ?? ''}` : ''}`,
    )
  return named(most.category, `最多，${risen.category}涨得最快`)
}
