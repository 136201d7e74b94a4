// npm run demo: from a fresh clone to a running system with sample data.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build, generateSamples, installPackages, requireNode, root } from './steps.mjs'

requireNode()
installPackages()
generateSamples()
build()

const server = spawn(process.execPath, [join(root, 'bin', 'huizhi.cjs'), 'demo', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
// Ctrl-C reaches the whole foreground group, the server included: wait for its clean stop instead of racing it.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => server.kill('SIGTERM'))
server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 0 : 1)))
