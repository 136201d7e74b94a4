import { loadSegmenter } from '../../analysis/jobs/lexicons.ts'
import { teachPeer } from '../taught-peer.ts'
import { processorSeconds } from '../process-use.ts'
import { inventMessages, type Message } from './messages.ts'

/** nlp.js needs minutes for more messages than this. */
const TAUGHT = 500
const CLASSIFIED = 500

/** nlp.js on invented messages: processor seconds to teach it, and for each message it classifies. */
export interface PeerSpeed {
  readonly taught: number
  readonly training: number
  readonly perMessage: number
}

/** Classification alone, of words that were cut before the clock starts. */
export async function clockPeer(): Promise<PeerSpeed> {
  const segmenter = loadSegmenter()
  const cut = ({ title, body, label }: Message): { words: string; label: string } => ({
    words: segmenter.segment(`${title}\n${body}`).join(' '),
    label,
  })
  const messages = [...inventMessages(TAUGHT + CLASSIFIED)].map(cut)
  const peer = await teachPeer(messages.slice(0, TAUGHT))
  const before = processorSeconds()
  for (const { words } of messages.slice(TAUGHT)) await peer.classify(words)
  return { taught: TAUGHT, training: peer.training, perMessage: (processorSeconds() - before) / CLASSIFIED }
}
