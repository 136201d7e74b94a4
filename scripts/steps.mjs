// What has to be there before the product can run, each step a no-op when it already is.
// Plain JavaScript without dependencies: this runs on a fresh clone, before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  stop(`需要 Node.js 20.19 或更新版本，当前是 ${process.version}。请先升级 Node.js 再运行。`)
}

/** Installs the npm packages when the folder is missing or older than the lock file. */
export function installPackages() {
  const marker = join(root, 'node_modules', '.package-lock.json')
  if (existsSync(marker) && modified(marker) >= modified(join(root, 'package-lock.json'))) return
  say('正在安装依赖包（首次约需一分钟）…')
  // npm install rather than ci: see docs/decisions/0005-npm-install.md
  run(
    'npm',
    ['install', '--no-audit', '--no-fund', '--loglevel=error'],
    '依赖包安装失败，请检查 npm 源是否可用。',
  )
  writeFileSync(marker, '', { flag: 'a' })
  spawnSync('touch', [marker])
}

/** Builds what is older than its sources: the two front ends and the program. */
export function build() {
  buildFrontEnds()
  buildProgram()
}

const { builtProgram } = createRequire(import.meta.url)('../bin/built-program.cjs')
const vite = [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']

function buildProgram() {
  if (builtProgram() !== null) return
  say('正在构建程序…')
  run(process.execPath, [...vite, '--config', 'vite.program.config.ts'], '程序构建失败。')
}

function buildFrontEnds() {
  const built = join(root, 'dist', '.built')
  const sources = ['ui', 'dashboard', 'screen', 'api/contract', 'vite.config.ts', 'package-lock.json']
  const newest = Math.max(...sources.map((source) => newestIn(join(root, source))))
  if (existsSync(built) && modified(built) >= newest) return
  say('正在构建页面…')
  run(process.execPath, vite, '页面构建失败。')
  mkdirSync(dirname(built), { recursive: true })
  writeFileSync(built, new Date().toISOString())
}

/** Writes the sample files when they are missing or older than what makes them. */
export function generateSamples() {
  const folder = join(root, 'data-samples')
  const sample = join(folder, 'units')
  const newest = Math.max(
    ...['generate.ts', 'generator', 'texts'].map((name) => newestIn(join(folder, name))),
  )
  if (existsSync(sample) && newestIn(sample) >= newest) return
  say('正在生成示例数据…')
  run(process.execPath, [join('bin', 'tsx.cjs'), join('data-samples', 'generate.ts')], '示例数据生成失败。')
}

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Chromium and Chinese fonts for the browser tests: from Debian's packages when root, else told in words. */
export function installBrowser() {
  const missing = []
  if (!browsers.some((path) => existsSync(path))) missing.push('chromium')
  if (!hasChineseFont()) missing.push('fonts-noto-cjk')
  if (missing.length === 0) return
  const command = `apt-get install -y ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    stop(
      `浏览器测试缺少 ${missing.join('、')}。请以管理员身份运行：${command}（非 Debian 系统请安装对应软件包）`,
    )
  }
  say(`正在安装 ${missing.join('、')}…`)
  run('apt-get', ['update', '-qq'], '软件源更新失败。')
  run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...missing, 'fontconfig'],
    `安装失败：${command}`,
  )
}

/** PostgreSQL and MariaDB for the tests of database sources; where they cannot be installed those tests are skipped. */
export function installDatabases() {
  const missing = []
  if (!existsSync('/usr/lib/postgresql')) missing.push('postgresql')
  if (!existsSync('/usr/sbin/mariadbd')) missing.push('mariadb-server')
  if (missing.length === 0) return
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    say(`没有 ${missing.join('、')}，又不是管理员，跳过数据库来源的测试。`)
    return
  }
  say(`正在安装 ${missing.join('、')}…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => spawnSync('apt-get', args, { cwd: root, stdio: 'ignore', env })
  apt('update', '-qq')
  if (apt('install', '-y', '-qq', '--no-install-recommends', ...missing).status !== 0)
    say('安装失败，跳过数据库来源的测试。')
}

function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

function newestIn(path) {
  if (!existsSync(path)) return 0
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}

function modified(path) {
  return statSync(path).mtimeMs
}

export function run(command, args, failure) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (done.status !== 0) stop(failure)
}

export function say(text) {
  console.error(text)
}

export function stop(text) {
  console.error(text)
  process.exit(1)
}
