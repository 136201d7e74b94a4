// npm test: installs what is missing, then runs unit, integration and browser tests.
// npm test -- PATTERN runs the matching files of the server and component tests only.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import {
  build,
  generateSamples,
  installBrowser,
  installDatabases,
  installPackages,
  requireNode,
  root,
} from './steps.mjs'

requireNode()
installPackages()
generateSamples()
build()
const patterns = process.argv.slice(2)
const reports = join(root, 'node_modules', '.cache', 'test-reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const runs = [{ name: 'fast', args: ['--project', 'node', '--project', 'web', ...patterns] }]
if (patterns.length === 0) {
  installBrowser()
  installDatabases()
  runs.push({ name: 'browser', args: ['--project', 'e2e', '--no-file-parallelism'] })
}

let passed = 0
let failed = 0
const failures = []
for (const { name, args } of runs) {
  const report = join(reports, `${name}.json`)
  const done = spawnSync(
    process.execPath,
    [
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, UV_THREADPOOL_SIZE: '16' } },
  )
  const counts = readCounts(report)
  passed += counts.passed
  failures.push(...counts.failures)
  // A run that died without a failing test (a crash, an unhandled rejection) still counts as one failure.
  const died = counts.failed === 0 && done.status !== 0
  failed += died ? 1 : counts.failed
  if (died && counts.failures.length === 0)
    failures.push(`the ${name} run ended with ${done.signal ?? done.status} and no failing test`)
}
for (const failure of failures) console.log(`failed: ${failure}`)
console.log(`tests: ${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

/** What a run counted, with a line for each test or file that failed: where, its name and the first line of its error. */
function readCounts(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests, failures: testResults.flatMap(failuresOf) }
  } catch {
    return { passed: 0, failed: 1, failures: [`${basename(report, '.json')}: the run left no report`] }
  }
}

function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(root, name)
  const tests = assertionResults.filter((test) => test.status === 'failed')
  if (tests.length > 0)
    return tests.map((test) => `${file} › ${test.fullName}: ${firstLine(test.failureMessages[0])}`)
  return status === 'failed' ? [`${file}: ${firstLine(message)}`] : []
}

function firstLine(text) {
  return (text ?? '').trim().split('\n', 1)[0]
}
