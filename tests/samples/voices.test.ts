import { describe, expect, it } from 'vitest'
import { dayOf, dayOfMinute, partsOf, today } from '../../data-samples/generator/calendar.ts'
import { manifestOf } from '../../data-samples/generator/files/planted.ts'
import { readMatters } from '../../data-samples/generator/matters.ts'
import { buildWorld } from '../../data-samples/generator/world.ts'

const world = buildWorld()
const { topics } = manifestOf(world, [])

describe('invented voices', () => {
  it('cover many matters of many classes', () => {
    const matters = readMatters()
    expect(matters.length).toBeGreaterThanOrEqual(60)
    expect(new Set(matters.map(({ levels }) => levels[0])).size).toBeGreaterThanOrEqual(15)
  })

  it('plant eight to twelve topics of 8 to 130 voices at one place and period', () => {
    expect(topics.length).toBeGreaterThanOrEqual(8)
    for (const topic of topics) {
      const count = topic.petition_ids.length + topic.suggestion_ids.length + topic.comment_ids.length
      expect(count).toBeGreaterThanOrEqual(8)
      expect(count).toBeLessThanOrEqual(130)
      expect(dayOf(topic.to) - dayOf(topic.from)).toBeLessThanOrEqual(160)
    }
    expect(topics.filter(({ suggestion_ids: ids }) => ids.length > 0).length).toBeGreaterThanOrEqual(8)
    expect(topics.some(({ comment_ids: ids }) => ids.length > 20)).toBe(true)
  })

  it('name the place of a topic in nearly all its petitions, under many wordings', () => {
    for (const topic of world.topics) {
      const own = world.petitions.filter((row) => row.topic === topic.id)
      const named = own.filter(({ title, body }) =>
        topic.placeForms.some((form) => `${title}${body}`.includes(form)),
      )
      expect(named.length / own.length).toBeGreaterThan(0.9)
      expect(new Set(own.map(({ body }) => body)).size).toBe(own.length)
    }
  })

  it('stay within the three years and answer after the question', () => {
    for (const { created, replied } of world.petitions) {
      expect(dayOfMinute(created)).toBeLessThanOrEqual(today)
      expect(dayOfMinute(created)).toBeGreaterThanOrEqual(dayOf('2023-11-01'))
      if (replied !== null) expect(replied).toBeGreaterThan(created - 1440)
    }
    for (const { submitted, replied } of world.suggestions)
      if (replied !== null) expect(replied).toBeGreaterThan(submitted)
  })

  it('have seasons, copies, late and missing answers, missing ratings and one very loud message', () => {
    const heating = world.petitions.filter(({ levels, topic }) => levels[2] === '供热' && topic === '')
    const winter = heating.filter(({ created }) =>
      [11, 12, 1, 2, 3].includes(partsOf(dayOfMinute(created)).month),
    )
    expect(winter.length / heating.length).toBeGreaterThan(0.85)
    const bodies = world.petitions.map(({ body }) => body)
    expect(bodies.length - new Set(bodies).size).toBeGreaterThan(120)
    expect(world.suggestions.some(({ status }) => status === '逾期未答复')).toBe(true)
    expect(world.suggestions.some(({ status }) => status === '逾期答复')).toBe(true)
    expect(world.petitions.filter(({ rating }) => rating === '').length).toBeGreaterThan(5_000)
    const likes = world.petitions.map((row) => row.likes ?? 0).sort((left, right) => right - left)
    expect(likes[0]).toBe(2368)
    expect(likes[1]).toBeLessThan(400)
  })

  it('are long enough to read as messages', () => {
    const lengths = world.petitions.map(({ body }) => body.length).sort((left, right) => left - right)
    expect(lengths[600]).toBeGreaterThan(40)
    expect(lengths[6_000]).toBeGreaterThan(110)
    const formal = world.suggestions.map(({ body }) => body.length).sort((left, right) => left - right)
    expect(formal[1_000]).toBeGreaterThan(300)
    expect(world.suggestions.every(({ body }) => !body.includes('{'))).toBe(true)
  })
})
