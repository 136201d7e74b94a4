import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { IngestError } from '../../errors.ts'
import { xlsxDamaged } from './archive.ts'

export type Attributes = Readonly<Record<string, string>>

export interface XmlHandlers {
  open?: (name: string, attributes: Attributes) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

/**
 * Streams one XML part through the handlers; names come without their namespace prefix.
 * Yields after each chunk, so that a caller can take what has gathered and the event loop can breathe.
 * No document type is ever expanded: saxes does not know external entities.
 */
export async function* walkXml(path: string, stream: Readable, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  const { open, close, text } = handlers
  if (open)
    parser.on('opentag', (tag) => {
      open(localName(tag.name), tag.attributes)
    })
  if (close)
    parser.on('closetag', (tag) => {
      close(localName(tag.name))
    })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  const decoder = new TextDecoder('utf-8')
  try {
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk as Buffer, { stream: true }))
      yield
    }
    parser.close()
  } catch (error) {
    if (error instanceof IngestError) throw error
    throw xlsxDamaged(path, '内部 XML 读不下去', error)
  }
  yield
}

export async function readXml(path: string, stream: Readable, handlers: XmlHandlers): Promise<void> {
  const walk = walkXml(path, stream, handlers)
  while (!(await walk.next()).done);
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
