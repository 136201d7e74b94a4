import { join } from 'node:path'
import { readIfPresent, writeWhole } from '#files'

const settings = `office:
  mark: 云岭市人民代表大会常务委员会
  prefix: 云人常函
  copies: 云岭市财政局
  contact: 张示例 19900000000
`

/** Names the sample city's standing committee as the office that writes the letters; settings that are there stay. */
export async function nameSampleOffice(dataDir: string): Promise<void> {
  const path = join(dataDir, 'casework.yaml')
  if ((await readIfPresent(path)) === null) await writeWhole(path, settings)
}
