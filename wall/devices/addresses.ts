import { BlockList, isIP } from 'node:net'
import { WallError } from '../errors.ts'

/** An address as requests show it, without the prefix IPv4 gets on an IPv6 socket. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '')
}

/** Tests addresses against ranges such as `10.1.2.3` or `10.1.2.0/24`, several by commas. Error: WALL_ADDRESS_INVALID. */
export function addressTest(ranges: string): (address: string) => boolean {
  const list = new BlockList()
  for (const range of ranges.split(/[,，\s]+/u).filter((one) => one !== '')) addRange(list, range)
  return (address) => {
    const plain = plainAddress(address)
    const family = isIP(plain)
    return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4')
  }
}

/** The ranges as they are kept; at least one. Error: WALL_ADDRESS_INVALID. */
export function checkRanges(ranges: string): string {
  const kept = ranges.split(/[,，\s]+/u).filter((one) => one !== '')
  if (kept.length === 0) throw new WallError('WALL_ADDRESS_INVALID')
  addressTest(ranges)
  return kept.join(',')
}

function addRange(list: BlockList, range: string): void {
  const [address = '', bits, ...rest] = range.split('/')
  const type = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (isIP(address) === 0 || rest.length > 0) throw new WallError('WALL_ADDRESS_INVALID')
  if (bits === undefined) list.addAddress(address, type)
  else list.addSubnet(address, prefixLength(bits, type), type)
}

function prefixLength(bits: string, type: 'ipv4' | 'ipv6'): number {
  const length = Number(bits)
  const isLength = /^\d+$/.test(bits) && length > 0 && length <= (type === 'ipv6' ? 128 : 32)
  if (!isLength) throw new WallError('WALL_ADDRESS_INVALID')
  return length
}
