import { describe, expect, it } from 'vitest'
import { wordGram } from '../../../analysis/classify/gram-hash.ts'
import { classify, parseModel, serialiseModel, trainClassifier } from '../../../analysis/classify/index.ts'
import { readLetter } from '../../../analysis/classify/letter.ts'
import { fitKernelRidge, kernels } from '../../../analysis/classify/second-opinion/kernel-ridge.ts'
import { learnOpinion, SecondOpinion } from '../../../analysis/classify/second-opinion/opinion.ts'
import { leadingFactors } from '../../../analysis/classify/second-opinion/truncated-svd.ts'
import { countAll } from '../../../analysis/classify/train.ts'
import { loadSegmenter } from '../../../analysis/jobs/lexicons.ts'
import { symmetricEigen } from '../../../analysis/stats/eigen.ts'
import { toyLetters } from './toy-letters.ts'

describe('symmetricEigen', () => {
  it('finds the known values and vectors of a small matrix', () => {
    // [[2, 1], [1, 2]]: only the lower triangle is read.
    const { values, vectors } = symmetricEigen(Float64Array.from([2, 9, 1, 2]), 2)
    expect(values[0]).toBeCloseTo(3, 10)
    expect(values[1]).toBeCloseTo(1, 10)
    expect(Math.abs(vectors[0]?.[0] ?? 0)).toBeCloseTo(Math.SQRT1_2, 10)
    expect(vectors[0]?.[0]).toBeCloseTo(vectors[0]?.[1] ?? 0, 10)
  })
})

describe('leadingFactors', () => {
  it('gives U · √S: its products are those of (Q · Qᵀ)^½', () => {
    const diagonal = {
      rows: 3,
      columns: 3,
      starts: Uint32Array.from([0, 1, 2, 3]),
      indices: Uint32Array.from([0, 1, 2]),
      values: Float32Array.from([4, 9, 1]),
    }
    const rows = leadingFactors(diagonal, 2)
    const squares = rows.map((row) => row.reduce((sum, value) => sum + value * value, 0))
    expect(squares[0]).toBeCloseTo(4, 6)
    expect(squares[1]).toBeCloseTo(9, 6)
    expect(squares[2]).toBeCloseTo(0, 6)
  })
})

describe('fitKernelRidge', () => {
  it('solves a system of one centre by hand: (k² + ridge) · a = k · t', () => {
    const one = Float64Array.from([1, 0])
    const weights = fitKernelRidge([one], one, [1], 2)
    expect(kernels(one, one)[0]).toBe(1)
    expect(weights[0]).toBeCloseTo(-1 / 1.3, 5)
    expect(weights[1]).toBeCloseTo(1 / 1.3, 5)
  })
})

describe('SecondOpinion', () => {
  const segmenter = loadSegmenter()
  const fields = ['title', 'body']
  const labels = [...new Set(toyLetters.map(({ label }) => label))]
  const letters = toyLetters.map(({ text }) => text)
  const texts = countAll(letters, fields, { words: 1, characters: 0, subjects: false }, { segmenter })
  const sequences = letters.map((text) =>
    Uint32Array.from(readLetter(text, fields, segmenter).words, wordGram),
  )
  const targets = toyLetters.map(({ label }) => labels.indexOf(label))
  const fit = learnOpinion(texts, sequences, targets, labels.length)
  const second = new SecondOpinion(fit, labels.length)

  it('learns the classes, and the same from the same texts', () => {
    const right = texts.filter((text, row) => {
      const { scores } = second.of(text)
      return scores.indexOf(Math.max(...scores)) === targets[row]
    })
    expect(right.length / texts.length).toBeGreaterThan(0.95)
    expect(learnOpinion(texts, sequences, targets, labels.length)).toEqual(fit)
  })

  it('names as pulls the slope of the lead: words of the class push, all together change nothing', () => {
    const text = texts[0]
    if (!text) throw new Error('no text')
    const pulls = second.of(text).pulls(targets[0] ?? 0)
    const sum = [...pulls.values()].reduce((total, pull) => total + pull, 0)
    expect(sum).toBeCloseTo(0, 6)
    expect(pulls.get(wordGram('公交车'))).toBeGreaterThan(0)
  })

  it('is the same whatever the order of the examples, and as it was after a file', () => {
    const options = { segmenter, leastForOpinion: 100 }
    const model = trainClassifier(toyLetters, options)
    const bytes = serialiseModel(model)
    expect(serialiseModel(trainClassifier([...toyLetters].reverse(), options))).toEqual(bytes)
    const read = parseModel(bytes)
    expect(read.opinion).toEqual(model.opinion)
    expect(serialiseModel(read)).toEqual(bytes)
    const letter = { title: '学区和公交车', body: '请管一管' }
    expect(classify(read, letter, { segmenter })).toEqual(classify(model, letter, { segmenter }))
  })

  it('changes the scores of an uncertain letter and leaves older files without one usable', () => {
    const model = trainClassifier(toyLetters, { segmenter, leastForOpinion: 100 })
    const letter = { title: '学区和公交车', body: '请管一管' }
    const without = serialiseModel({ ...model, opinion: null })
    without[7] = 2
    const older = classify(parseModel(without), letter, { segmenter })
    expect(older.confidence).not.toBe(classify(model, letter, { segmenter }).confidence)
  })
})
