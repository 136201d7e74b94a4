/** Shape and colour level of a topic's lifecycle word; the word itself is always shown beside them. */
export function lifecycleMark(lifecycle: string | null): {
  shape: string
  level: 'ok' | 'warn' | 'bad' | 'none'
} {
  switch (lifecycle) {
    case '上升':
    case '反弹':
      return { shape: '▲', level: 'bad' }
    case '萌芽':
      return { shape: '△', level: 'warn' }
    case '高位':
      return { shape: '■', level: 'warn' }
    case '回落':
      return { shape: '▼', level: 'ok' }
    default:
      return { shape: '·', level: 'none' }
  }
}
