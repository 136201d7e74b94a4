import { formatDateTime, formatDay } from '#ui'
import { lastWords, type LastWords } from './last-words.ts'

/** Where `useWall` keeps the last good snapshot. Grows when its shape changes. */
export const keptKey = 'huizhi.wall.2'
const fallenKey = 'huizhi.wall.fallen'
const lookEveryMs = 2000
const reloadMs = 60_000
const minuteMs = 60_000
/** A second fall within this time: what was kept may be the cause, and is dropped. */
const againMs = 10 * minuteMs
/** So many errors of drawing in a minute, and what stands can no longer be trusted to be the newest. */
const mostErrors = 5

/**
 * Watches that the page shows something at all. When it does not (its root failed), or fails to draw again and again,
 * the last sentences it kept take its place with their data time, and the page is loaded anew a minute later. Uses
 * neither Vue nor the theme, which may be what failed.
 * @returns to be told of each error of drawing that no panel has caught
 */
export function guardPicture(root: HTMLElement): () => void {
  let errors: number[] = []
  let isEmptyBefore = false

  const timer = setInterval(() => {
    // Twice in a row: a part that is still being fetched is no fall.
    const isEmpty = isNothingShown(root, errors.length > 0)
    if (isEmpty && isEmptyBefore) fall()
    isEmptyBefore = isEmpty
  }, lookEveryMs)

  function fall(): void {
    clearInterval(timer)
    document.body.append(describe(lastWords(readKept())))
    setTimeout(() => {
      location.reload()
    }, reloadMs)
  }

  return () => {
    errors = [...errors.filter((at) => at > Date.now() - minuteMs), Date.now()]
    if (errors.length === mostErrors) fall()
  }
}

/** No word on the page; or, after an error, a wall without a single panel. */
function isNothingShown(root: HTMLElement, hadError: boolean): boolean {
  if (root.textContent.trim() === '') return true
  return hadError && root.querySelector('.wall') !== null && root.querySelector('.panel') === null
}

/** The kept entry; removed from the browser when the page fell twice in a short time. */
function readKept(): string | null {
  try {
    const kept = localStorage.getItem(keptKey)
    const before = Number(sessionStorage.getItem(fallenKey) ?? -Infinity)
    if (Date.now() - before < againMs) localStorage.removeItem(keptKey)
    sessionStorage.setItem(fallenKey, String(Date.now()))
    return kept
  } catch {
    // A browser that forbids storage has kept nothing.
    return null
  }
}

function describe({ sentences, dataTime, receivedAt }: LastWords): HTMLElement {
  const until = dataTime?.length === 10 ? formatDay(dataTime) : formatDateTime(dataTime)
  const received = receivedAt === null ? '时间不详' : formatDateTime(new Date(receivedAt).toISOString())
  const basis =
    sentences.length === 0
      ? '没有保存过数据。'
      : `以上为 ${received} 收到的数据，数据截至 ${dataTime === null ? '不详' : until}。`
  const box = element('div', 'last-resort', '')
  box.setAttribute('role', 'alert')
  box.append(
    element('h1', '', '■ 大屏画面出错，约一分钟后自动重新打开'),
    ...sentences.map((sentence) => element('p', 'sentence', sentence)),
    element('p', '', `${basis}如果反复出现，请告知系统管理员。`),
  )
  return box
}

function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.textContent = text
  return made
}
