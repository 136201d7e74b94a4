// npm run faults: the fault tests as often as a release needs them: 120 kills, many orders of files and of withdrawals.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installPackages, requireNode, root } from './steps.mjs'

requireNode()
installPackages()
const { status } = spawnSync(
  process.execPath,
  [
    join('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--project',
    'node',
    'tests/faults',
    'disk-full',
    'any-order',
    'warehouse/order',
    'withdraw',
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, HUIZHI_FAULTS: 'all', UV_THREADPOOL_SIZE: '16' } },
)
process.exit(status ?? 1)
