import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { generateOpenApi } from '#api'
import type { Warehouse } from '#warehouse'
import { emptyWarehouse } from '#tests/warehouses.ts'

const root = join(import.meta.dirname, '..', '..')

interface Operation {
  operationId?: string
  tags?: string[]
  summary?: string
  responses?: Record<string, { content?: Record<string, { schema?: unknown }> }>
}

let warehouse: Warehouse
let text: string
beforeAll(async () => {
  warehouse = await emptyWarehouse()
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  text = await generateOpenApi(warehouse, version)
})
afterAll(async () => {
  await warehouse.close()
})

function operations(): Operation[] {
  const document = JSON.parse(text) as { paths: Record<string, Record<string, Operation>> }
  return Object.values(document.paths).flatMap((path) => Object.values(path))
}

it('gives every operation an id of its own, a tag, a summary and a described answer', () => {
  const all = operations()
  expect(all.length).toBeGreaterThan(30)
  expect(new Set(all.map((operation) => operation.operationId)).size).toBe(all.length)
  for (const operation of all) {
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/)
    expect(operation.tags).toHaveLength(1)
    expect(operation.summary).toBeTruthy()
    const success = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith('2'))
    expect(success).toBeDefined()
    expect(operation.responses).toHaveProperty('default')
  }
})

it('is committed as generated (npm run generate)', async () => {
  expect(await readFile(join(root, 'api', 'openapi.json'), 'utf8')).toBe(text)
})
