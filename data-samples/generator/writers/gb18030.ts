let table: Map<number, readonly number[]> | undefined

/** Encodes text as GB18030; the table is read back from the platform's own decoder. */
export function encodeGb18030(text: string): Buffer {
  table ??= buildTable()
  const bytes = Buffer.allocUnsafe(text.length * 4)
  let length = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    if (point < 0x80) {
      bytes[length] = point
      length += 1
      continue
    }
    const code = table.get(point) ?? (point > 0xffff ? fourBytes(point - 0x10000 + 189_000) : undefined)
    if (code === undefined) throw new RangeError(`No GB18030 code for U+${point.toString(16)}`)
    for (const byte of code) {
      bytes[length] = byte
      length += 1
    }
  }
  return bytes.subarray(0, length)
}

function buildTable(): Map<number, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<number, readonly number[]>()
  const remember = (code: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(code))
    const point = character.codePointAt(0) ?? 0xfffd
    const isOne = character.length === (point > 0xffff ? 2 : 1)
    if (isOne && point !== 0xfffd && !found.has(point)) found.set(point, code)
  }
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) remember([lead, trail])
  }
  for (let linear = 0; linear < 39_420; linear += 1) remember(fourBytes(linear))
  return found
}

/** The four-byte form counts linearly: 0x81308130 is 0, 0x90308130 is 189,000. */
function fourBytes(linear: number): number[] {
  return [
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1_260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ]
}
