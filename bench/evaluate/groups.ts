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
    boardUnion: {
      name: 'messages-union.csv',
      paths: [join(folder, 'message-board', 'messages-union.csv')],
      mapping: mappingFile('message-board.yaml'),
      rows: 1234,
    },
    ...budgetGroups(budget),
    /** Tables that are no source of ours: lists of codes, panels, blank forms, single columns. */
    foreign: {
      name: '不属于任何类别的表格',
      paths: [
        ...filesIn(join(budget, 'china-fiscal'), /\.csv$/),
        ...filesIn(join(budget, 'classification-codes'), /\.csv$/),
        ...filesIn(join(budget, 'shanghai-putuo'), /_template\.xlsx$/),
        join(budget, 'nigrini', 'gm-payments-2009.csv'),
        join(budget, 'nigrini', 'journal-entry-2005.csv'),
        join(petitions, '附件1.xlsx'),
        join(petitions, 'reply-explained-labels.csv'),
        join(folder, 'message-board', 'geo.json'),
      ],
      rows: 0,
      refused: true,
    },
  } satisfies Record<string, FileGroup>
}

function budgetGroups(budget: string) {
  return {
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
    intents: {
      name: 'shandong-procurement-intent/*.xlsx',
      paths: [join(budget, 'shandong-procurement-intent')],
      mappings: [mappingFile('procurement-intent-detail.yaml'), mappingFile('procurement-intent-list.yaml')],
      rows: 396,
    },
    accountLines: {
      name: 'putuo_lines.csv',
      paths: [join(budget, 'shanghai-putuo', 'putuo_lines.csv')],
      mapping: mappingFile('department-account-lines.yaml'),
      rows: 1125,
    },
  } satisfies Record<string, FileGroup>
}

function filesIn(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(folder, name))
}
