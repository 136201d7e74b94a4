import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'

const executables = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Folder for the pictures of every page; ignored by git, looked at by people. */
export const screenshots = join(import.meta.dirname, '..', 'e2e', 'screenshots')

/** The system's Chromium, headless, without any connection of its own. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = executables.find((path) => existsSync(path))
  if (executablePath === undefined) throw new Error('no Chromium: run npm test, which installs it')
  mkdirSync(screenshots, { recursive: true })
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A page in a context of its own that collects what went wrong in it: script errors and requests that left the server. */
export async function openPage(
  browser: Browser,
  size: { width: number; height: number } = { width: 1366, height: 768 },
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`))
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') problems.push(`outside request: ${hostname}`)
  })
  return { page, problems }
}

export async function photograph(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(screenshots, `${name}.png`) })
}
