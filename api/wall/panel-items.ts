import type { PanelContent, PanelData, RemotePanel } from '../contract/index.ts'

type Item = RemotePanel['items'][number]

/** A panel for the remote: its sentence and what can be opened in it. */
export function toRemotePanel({ key, headline, form, status, content }: PanelData): RemotePanel {
  return { key, headline, form, status, items: content === null ? [] : itemsOf(content) }
}

function itemsOf(content: PanelContent): Item[] {
  switch (content.form) {
    case 'trend':
      return content.series.map(named)
    case 'list':
      return content.rows.map(({ id, cells }) => ({ id, label: cells.slice(0, 2).join(' ') }))
    case 'tiles':
      return content.tiles.map(named)
    case 'flow':
      return content.stages.map(named)
    case 'sankey':
      return content.nodes.map(named)
    case 'timeline':
      return content.events.map(named)
    case 'progress':
      return content.rows.map(named)
    default:
      return content.items.map(named)
  }
}

function named({ id, label }: Item): Item {
  return { id, label }
}
