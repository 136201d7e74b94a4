import { rm } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { WallScript } from '#contract'
import { launchBrowser, photograph } from '#tests/browser.ts'
import { sampleHome } from '#tests/sample-home.ts'
import { startServed, type Served } from '#tests/served.ts'
import { signIn as signInTo } from '#tests/sign-in.ts'

/** A red finding that was confirmed takes the wall: real payments, real rules, a real case, a real wall. */
const patient = { timeout: 30_000 }

let home: string
let served: Served
let browser: Browser

beforeAll(async () => {
  home = await sampleHome('wall-alert')
  served = await startServed(['serve', '--data-dir', home, '--port', '0'])
  browser = await launchBrowser()
}, 300_000)

afterAll(async () => {
  await browser.close()
  await served.stop()
  await rm(home, { recursive: true, force: true })
}, 60_000)

async function signIn(role: string, size?: { width: number; height: number }): Promise<Page> {
  return (await signInTo(browser, { url: served.url, dataDir: home }, role, size)).page
}

interface CaseNow {
  readonly id: string
  readonly version: number
}

/** Sends as the signed-in person would. */
async function post<T>(page: Page, path: string, body: unknown): Promise<T> {
  const { status, answer } = await page.evaluate(
    async ([to, sent]) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`/api/v1${to}`, { method: 'POST', headers, body: sent })
      return { status: response.status, answer: (await response.json()) as unknown }
    },
    [path, JSON.stringify(body)] as const,
  )
  expect(status, path).toBe(200)
  return answer as T
}

/** Opens a case from the heaviest red finding and brings it to the verdict. */
async function confirmRed(staff: Page): Promise<void> {
  const findingId = await staff.evaluate(async () => {
    const answer = await fetch(`/api/v1/budget/findings?severity=${encodeURIComponent('红')}`)
    const { items } = (await answer.json()) as { items: { id: string }[] }
    return items[0]?.id ?? ''
  })
  expect(findingId).not.toBe('')
  let one = await post<CaseNow>(staff, '/cases', { findingId, requestId: 'alert-open' })
  const actions = [
    { type: 'verify', note: '' },
    { type: 'judge', outcome: 'confirmed', note: '凭证相符', confirmedAmount: '100.00' },
  ]
  for (const action of actions) {
    const body = { version: one.version, requestId: `alert-${action.type}`, action }
    one = await post<CaseNow>(staff, `/cases/${one.id}/actions`, body)
  }
}

/** One scene plays the whole day, so that what is seen does not depend on when; an alert stands for `seconds`. */
async function playOverview(editor: Page, seconds: number): Promise<void> {
  const read = await editor.waitForFunction(async () => {
    const answer = await fetch('/api/v1/wall/script?wall=all')
    return answer.ok ? ((await answer.json()) as { script: WallScript }).script : null
  })
  const script = await read.jsonValue()
  if (script === null) throw new Error('no script')
  await post(editor, '/wall/script', {
    wall: 'all',
    script: {
      ...script,
      items: script.items.slice(0, 1),
      alerts: script.alerts.map((alert) => ({ ...alert, seconds })),
      schedule: { night: null, black: null, restDays: 'lit' },
    },
  })
}

it('jumps in when a red case is confirmed, opens on a touch, returns, and leaves the way it came', async () => {
  const staff = await signIn('supervision')
  await playOverview(await signIn('admin'), 120)
  const wall = await signIn('screen', { width: 1920, height: 1080 })
  const title = wall.locator('.wall-header h1')
  await title.filter({ hasText: '综合态势' }).waitFor(patient)
  await confirmRed(staff)

  await title.filter({ hasText: '预算监督' }).waitFor(patient)
  // What the case changed is there with it.
  await wall.locator('[data-panel="budget/cases"]').getByText('1').first().waitFor(patient)
  await photograph(wall, 'wall-alert')

  const item = wall.locator('[data-panel="budget/accounts"] [data-item]')
  await item.first().click()
  await item.first().click()
  const card = wall.getByRole('dialog')
  await card.waitFor(patient)
  expect(await card.locator('dt').count()).toBeGreaterThan(0)
  await photograph(wall, 'wall-alert-card')
  await card.getByRole('button', { name: '秒后返回' }).click()
  await card.waitFor({ state: 'detached', ...patient })
  expect(await title.innerText()).toBe('预算监督')

  // Closed once more, the alert itself is sent away: what played before plays again.
  await wall.waitForTimeout(2000)
  expect(await title.innerText()).toBe('预算监督')
  await wall.keyboard.press('Escape')
  await title.filter({ hasText: '综合态势' }).waitFor(patient)
  await staff.context().close()
  await wall.context().close()
}, 240_000)
