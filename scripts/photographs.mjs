// Photographs every scene on every shape of wall, at every distance and in every theme, and measures each of them.
// `npm run photographs` asks a data home made from the sample files; `WALL_HOME=<data home>` takes one that is there.
import { spawnSync } from 'node:child_process'

const run = spawnSync('npx', ['vitest', 'run', 'tests/e2e/wall-stage.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, WALL_MATRIX: '1' },
})
process.exitCode = run.status ?? 1
