import type { Browser, Page } from 'playwright-core'
import { callServer, findRunningServer } from '../../api/local/local-client.ts'
import { openPage } from './browser.ts'

/** A path that signs a role in once, made by the server that owns a data home as `huizhi link` makes it there. */
export async function linkOf(dataDir: string, role: string): Promise<string> {
  const server = await findRunningServer(dataDir)
  if (server === null) throw new Error(`no server owns ${dataDir}`)
  const { path } = (await callServer(server, 'link', { role })) as { path: string }
  return path
}

/** A page of its own with a role signed in, on the page the role begins at. */
export async function signIn(
  browser: Browser,
  { url, dataDir }: { url: string; dataDir: string },
  role: string,
  size?: { width: number; height: number },
): Promise<{ page: Page; problems: string[] }> {
  const opened = await openPage(browser, size)
  await opened.page.goto(url + (await linkOf(dataDir, role)))
  await firstPage(opened.page, role)
  return opened
}

/** The overview, or the wall's first picture. */
async function firstPage(page: Page, role: string): Promise<void> {
  const patient = { timeout: 60_000 }
  if (role === 'screen') await page.locator('.stage').waitFor(patient)
  else await page.getByRole('heading', { level: 1 }).filter({ hasText: '总览' }).waitFor(patient)
}
