// npm run generate: writes the files that are made from code. Tests fail when one of them is out of date.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { apiErrorChapters, generateOpenApi, renderErrorsPage } from '#api'
import { ingestErrorMeanings } from '#ingest'
import { dataDictionary, openWarehouse, warehouseErrorSentences } from '#warehouse'

const root = join(import.meta.dirname, '..')

async function write(path: string, text: string): Promise<void> {
  await writeFile(join(root, path), text)
  console.log(`wrote ${path}`)
}

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
const warehouse = await openWarehouse({ memory: true })
try {
  await write('api/openapi.json', await generateOpenApi(warehouse, version))
} finally {
  await warehouse.close()
}
await write('docs/data-dictionary.md', await dataDictionary())
await write(
  'docs/errors.md',
  renderErrorsPage([
    { heading: '接入', codes: ingestErrorMeanings },
    { heading: '仓库', codes: warehouseErrorSentences },
    ...apiErrorChapters(),
  ]),
)
