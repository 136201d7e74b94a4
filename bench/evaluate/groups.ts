import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FileGroup } from './ingest.ts'
import { mappingFile } from './real-data.ts'

/** The real files, by the way they are ingested. `rows` were counted with another program than ours. */
export function fileGroups(folder: string) {
  const petitions = join(folder, 'petitions')
  const budget = join(folder, 'budget')
  return {
    hotTopics: { name: '附件3.xlsx', paths: [join(petitions, '附件3.xlsx')], rows: 4326 },
    replies: { name: '附件4.xlsx', paths: [join(petitions, '附件4.xlsx')], rows: 2816 },
    unlabelled: {
      name: 'unlabelled-messages.xlsx',
      paths: [join(petitions, 'unlabelled-messages.xlsx')],
      rows: 2801,
    },
    labelled: {
      name: 'labelled-messages.csv',
      paths: [join(petitions, 'labelled-messages.csv')],
      rows: 6882,
    },
    board: {
      name: 'message-board/*.json',
      paths: filesIn(join(folder, 'message-board'), /^[0-9a-f]{8}\.json$/),
      mapping: mappingFile('message-board.yaml'),
      rows: null,
    },
    bradford: {
      name: 'uk-bradford/*.csv',
      paths: [join(budget, 'uk-bradford')],
      mapping: mappingFile('uk-bradford.yaml'),
      rows: 237_519,
    },
    cards: {
      name: 'us-gov-purchasing-cards-2010.csv',
      paths: [join(budget, 'nigrini', 'us-gov-purchasing-cards-2010.csv')],
      mapping: mappingFile('us-purchasing-cards.yaml'),
      rows: 95_076,
    },
    cabinet: {
      name: 'uk-cabinet-office/*.csv',
      paths: [join(budget, 'uk-cabinet-office')],
      mapping: mappingFile('uk-cabinet-office.yaml'),
      rows: null,
    },
    vendors: {
      name: 'corporate-payments-2010.csv',
      paths: [join(budget, 'nigrini', 'corporate-payments-2010.csv')],
      mapping: mappingFile('corporate-payments.yaml'),
      rows: 189_470,
    },
  } satisfies Record<string, FileGroup>
}

function filesIn(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(folder, name))
}
