import { substanceOf } from './substance.ts'

/**
 * The numbers a trained reply model reads. Four are enough: on real labels, phrases, markers of reasons and the
 * letter itself added nothing that held on unseen replies, because people disagree on the short ones.
 */
export const replyColumns = ['said', 'content', 'contentFew', 'saidFew'] as const

/** Values of `replyColumns` for one reply; counts on a logarithmic scale, and again linear where they are small. */
export function replyRow(reply: string): number[] {
  const { said, content } = substanceOf(reply)
  return [Math.log1p(said), Math.log1p(content), Math.min(1, content / 40), Math.min(1, said / 60)]
}
