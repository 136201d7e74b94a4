import { wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, mostOf, named, percent, sumOf } from '../../words.ts'
import { voiceSources } from '../sources.ts'

interface Channel {
  readonly label: string
  readonly voices: number
  readonly matters: number
}

export const voiceChannels = defineKind({
  id: 'voices.channels',
  name: '各来源件数与事项数',
  question: '各来源的件数里有多少是同一件事？',
  form: 'list',
  sources: [voiceSources],
  metric: 'matters_this_month',
  definition: '最近 30 天各来源的件数，以及同一件事只算一项的事项数',
  load: async ({ warehouse, outside }) => {
    const rows = await warehouse.query(wallQueries.channels, {})
    return rows.map(({ kind, channel, voices, matters }) => ({
      id: `${kind}/${channel}`,
      label: channel === '' ? outside.sourceLabel(kind) : channel,
      ...{ voices, matters },
    }))
  },
  answer: (rows) => {
    const headline = channelsHeadline(rows)
    if (rows.length === 0) return { headline, content: null }
    return {
      headline,
      content: {
        form: 'list',
        columns: [
          { label: '来源', align: 'start' },
          { label: '件数', align: 'end' },
          { label: '事项数', align: 'end' },
        ],
        rows: rows.map(({ id, label, voices, matters }) => ({
          id,
          cells: [label, integer(voices), integer(matters)],
          status: null,
        })),
      },
    }
  },
})

export function channelsHeadline(rows: readonly Channel[]): string {
  const total = sumOf(rows, ({ voices }) => voices)
  const most = mostOf(rows, ({ voices }) => voices)
  if (!most || total === 0) return '近 30 天没有来件'
  return named(most.label, `最多，占 ${percent(most.voices / total, 0)}`)
}
