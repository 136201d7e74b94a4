import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openPage, photograph } from '#tests/browser.ts'
import { sampleHome } from '#tests/sample-home.ts'
import { startServed, type Served } from '#tests/served.ts'
import { linkOf } from '#tests/sign-in.ts'
import { squares } from '../wall/squares.ts'

const patient = { timeout: 60_000 }
const number = '示例审(2026)0001号'
const districts = ['990102', '990103', '990104', '990105', '990106', '990121', '990122', '990171']

let home: string
let served: Served
let browser: Browser
let wall: Page
let staff: Page
let problems: string[]

beforeAll(async () => {
  home = await sampleHome('wall-map')
  served = await startServed(['serve', '--data-dir', home, '--port', '0'])
  browser = await launchBrowser()
  const opened = await openPage(browser, { width: 1920, height: 1080 })
  wall = opened.page
  problems = opened.problems
  await wall.goto(served.url + (await linkOf(home, 'screen')))
  staff = (await openPage(browser)).page
  await staff.goto(served.url + (await linkOf(home, 'research')))
  await staff.locator('h1').waitFor(patient)
}, 300_000)

afterAll(async () => {
  await browser.close()
  await served.stop()
  await rm(home, { recursive: true, force: true })
}, 60_000)

async function upload(review: string, codes: readonly string[]): Promise<void> {
  const path = join(home, `${review === '' ? '未审' : '已审'}.geojson`)
  await writeFile(path, squares(codes))
  await staff.getByLabel('GeoJSON 文件').setInputFiles(path)
  await staff.getByLabel('审图号').fill(review)
  await staff.getByLabel('区划代码所在的属性名').fill('code')
  await staff.getByLabel('来源').fill('示例制图社')
  await staff.getByLabel('地图日期').fill('2026-01-15')
  await staff.getByLabel('覆盖范围').fill('云岭市各区县')
  await staff.getByRole('button', { name: '上传并预览' }).click()
}

describe('a map of the customer', () => {
  it('is not there to begin with: places are tiles, and say that they are no map', async () => {
    await wall.locator('.stage').waitFor(patient)
    // The scene with the districts, held there.
    await wall.keyboard.press('2')
    await wall.getByText('转到：民意热点').waitFor(patient)
    await wall.keyboard.press(' ')
    await wall.getByText('示意图，不表示地理边界').waitFor(patient)
  }, 120_000)

  it('without a review number is looked at and hangs nowhere', async () => {
    await staff.goto(`${served.url}/walls/maps`)
    await upload('', districts)
    await staff.getByText('没有审图号，不能上墙').waitFor(patient)
    expect(await staff.getByRole('button', { name: '上墙', exact: true }).count()).toBe(0)
  }, 120_000)

  it('hangs with its number on a running wall, sharp, and says every place', async () => {
    await upload(number, [...districts.slice(1), '999999'])
    await staff.getByText(`审图号：${number}`).waitFor(patient)
    await photograph(staff, 'staff-wall-maps')
    await staff.getByRole('button', { name: '上墙', exact: true }).click()
    await staff.getByText('● 上墙').waitFor(patient)
    const form = wall.locator('.map-form')
    await form.getByText(`审图号：${number}`).waitFor(patient)
    await form.locator('canvas').waitFor(patient)
    await photograph(wall, 'wall-map')
    expect(await form.locator('.place').count()).toBeGreaterThanOrEqual(3)
    // The district nobody drew stands in the list.
    expect(await form.locator(`.listed [data-item="${districts[0] ?? ''}"]`).count()).toBe(1)
    const ratio = await form
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.getBoundingClientRect().width)
    expect(ratio).toBeCloseTo(1, 1)
  }, 180_000)

  it('opens a place by two touches', async () => {
    const place = wall.locator('.map-form [data-item]').first()
    await place.click()
    await place.click()
    await wall.getByText('近 30 天').first().waitFor(patient)
    await wall.getByRole('button', { name: '返回' }).click()
  }, 120_000)

  it('is taken off, and the places are tiles again', async () => {
    await staff.getByRole('button', { name: '撤下' }).click()
    await wall.getByText('示意图，不表示地理边界').waitFor(patient)
    expect(await wall.locator('.map-form').count()).toBe(0)
    expect(problems).toEqual([])
  }, 120_000)
})
