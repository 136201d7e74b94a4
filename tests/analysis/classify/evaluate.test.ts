import { describe, expect, it } from 'vitest'
import { evaluateClassifier } from '../../../analysis/classify/index.ts'

describe('evaluateClassifier', () => {
  it('computes macro-F1, confusion and calibration by hand-checked figures', () => {
    const report = evaluateClassifier([
      { gold: '甲', predicted: '甲', confidence: 0.9 },
      { gold: '甲', predicted: '乙', confidence: 0.5 },
      { gold: '乙', predicted: '乙', confidence: 0.9 },
      { gold: '乙', predicted: '乙', confidence: 0.9 },
    ])
    expect(report.accuracy).toBe(0.75)
    expect(report.confusion).toEqual([
      [2, 0],
      [1, 1],
    ])
    expect(report.perClass.map((one) => [one.label, one.f1])).toEqual([
      ['乙', 0.8],
      ['甲', 2 / 3],
    ])
    expect(report.macroF1).toBeCloseTo((0.8 + 2 / 3) / 2)
    // Bin 0.9: three texts, all right, gap 0.3; bin 0.5: one text, wrong, gap 0.5; together 0.8 / 4.
    expect(report.ece).toBeCloseTo(0.2)
  })
})
