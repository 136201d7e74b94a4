// A worker thread starts without the TypeScript loader, whatever its parent runs with: this registers it first.
import { register } from 'tsx/esm/api'

register()
await import('./thread.ts')
