import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectTopics, findHighlyLiked, runTopics } from '../../../analysis/topics/index.ts'
import { letters, NOW, segment, voice } from './letters.ts'

const options = { segment, now: NOW }
const groups = (topics: ReturnType<typeof detectTopics>): string[][] =>
  topics.map((topic) => topic.members.map((member) => member.voiceId).sort()).sort()

describe('detectTopics', () => {
  it('finds each issue whole, and keeps two issues at one place apart', () => {
    const found = groups(detectTopics(letters(), options))
    expect(found).toContainEqual(['mixer0', 'mixer1', 'mixer2', 'mixer3', 'mixer4'])
    expect(found).toContainEqual(['lift0', 'lift1', 'lift2', 'lift3'])
    expect(found).toContainEqual(['heat0', 'heat1', 'heat2', 'heat3'])
    expect(found.flat().filter((id) => id.startsWith('other'))).toEqual([])
  })

  it('gives the same topics whatever the row order', () => {
    const all = letters()
    const expected = detectTopics(all, options)
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(detectTopics(shuffled, options)).toEqual(expected)
      }),
      { numRuns: 10 },
    )
  })

  it('names place and problem in the title and explains the heat by its parts', () => {
    const topic = detectTopics(letters(), options).find((one) => one.members[0]?.voiceId === 'mixer0')
    expect(topic?.title).toMatch(/金桂苑.*搅拌站.*问题$/u)
    expect(topic?.places).toContain('金桂苑')
    expect(topic?.description).toContain('5人反映5件')
    const parts = Object.values(topic?.heatParts ?? {})
    expect(parts.reduce((sum, part) => sum + part.weight, 0)).toBeCloseTo(1)
    expect(parts.reduce((sum, part) => sum + part.weight * part.score * 100, 0)).toBeCloseTo(
      topic?.heat ?? 0,
      1,
    )
    expect(topic?.heatParts.unresolved.value).toBeNull()
  })

  it('counts open and answered voices when the source tells', () => {
    const told = letters().map((one, index) => ({ ...one, resolved: index % 2 === 0 }))
    const [topic] = detectTopics(told, options)
    expect(topic?.unresolvedShare).toBeGreaterThan(0)
    expect(topic?.heatParts.unresolved.weight).toBeGreaterThan(0)
  })

  it('lets one much-liked letter make no topic, yet shows it', () => {
    const liked = [
      ...letters(),
      voice('liked', '建议开通夜班公交', '建议火车站开通夜班公交，方便晚归的人。', { likes: 2097 }),
      ...[3, 2, 1, 4, 2, 1].map((likes, index) =>
        voice(`few${String(index)}`, `随手拍${String(index)}`, '', { likes }),
      ),
    ]
    const topics = detectTopics(liked, options)
    expect(topics.flatMap((topic) => topic.members).map((member) => member.voiceId)).not.toContain('liked')
    expect(findHighlyLiked(liked, topics)).toEqual([{ voiceId: 'liked', likes: 2097, topicId: null }])
  })

  it('takes the likes of one letter into the heat only up to a bound', () => {
    const with2097 = letters().map((one) => (one.id === 'heat0' ? { ...one, likes: 2097 } : one))
    const with50 = letters().map((one) => (one.id === 'heat0' ? { ...one, likes: 50 } : one))
    const heat = (voices: typeof with50): number =>
      detectTopics(voices, options).find((topic) => topic.members[0]?.voiceId === 'heat0')?.heat ?? 0
    expect(heat(with2097)).toBe(heat(with50))
  })

  it('does not take one busy writer for many', () => {
    const alone = letters().map((one) => (one.id.startsWith('mixer') ? { ...one, author: '李示例' } : one))
    const topicOf = (voices: typeof alone) =>
      detectTopics(voices, options).find((topic) => topic.members[0]?.voiceId === 'mixer0')
    expect(topicOf(alone)?.authors).toBe(1)
    expect(topicOf(alone)?.heat).toBeLessThan(topicOf(letters())?.heat ?? 0)
  })

  it('labels copies that came together, and folds them into one matter', () => {
    const text =
      '杏林花园小区南门的垃圾站紧挨幼儿园，夏天臭味很大，蚊蝇成群，请求把垃圾站迁到别处并每天清洗消毒。'
    const copies = Array.from({ length: 8 }, (_, index) =>
      voice(`copy${String(index)}`, '请求搬迁杏林花园小区南门垃圾站', index < 4 ? text : `${text}拜托了。`),
    )
    const topic = detectTopics([...letters(), ...copies], options).find(
      (one) => one.members[0]?.voiceId === 'copy0',
    )
    expect(topic).toMatchObject({
      voices: 8,
      matters: 1,
      campaign: { label: '疑似集中提交', copies: 8, authors: 8 },
    })
  })

  it('keeps ids when data is added and tells what became of each topic', () => {
    const first = runTopics(letters(), options)
    const previous = first.topics.map((topic) => ({
      id: topic.id,
      title: topic.title,
      voiceIds: topic.members.map((member) => member.voiceId),
    }))
    const later = voice(
      'mixer9',
      '金桂苑搅拌站粉尘噪音扰民',
      '金桂苑小区旁的搅拌站粉尘噪音仍然扰民，罐车整夜轰鸣。',
    )
    const second = runTopics([...letters(), later], { ...options, previous })
    expect(second.topics.map((topic) => topic.id).sort()).toEqual(
      first.topics.map((topic) => topic.id).sort(),
    )
    expect(second.events.every((event) => event.kind === 'kept' || event.kind === 'renamed')).toBe(true)
    const third = runTopics(
      letters().filter((one) => !one.id.startsWith('heat')),
      { ...options, previous },
    )
    expect(third.events.filter((event) => event.kind === 'ended')).toHaveLength(1)
  })

  it('bears hostile input', () => {
    const hostile = [
      voice('empty', '', ''),
      voice('emoji', '😀😀😀', '🙏'.repeat(200)),
      voice('long', '重复'.repeat(5000), '小区'.repeat(200_000), { createdAt: null, author: null }),
      voice('marks', '！！！！', '……。。。', { createdAt: 'not a date', likes: -5 }),
      voice('future', '来自以后', '日期写错的一件', { createdAt: '2099-01-01T00:00:00Z' }),
      voice('empty', '同一编号', '第二次出现'),
    ]
    expect(groups(detectTopics([...hostile, ...letters()], options)).flat()).toContain('mixer0')
    expect(detectTopics(hostile, options)).toEqual([])
    expect(detectTopics([], options)).toEqual([])
  })
})
