export interface ClassScore {
  label: string
  /** Texts that really belong to the class / that were put into it. */
  support: number
  predicted: number
  precision: number
  recall: number
  f1: number
}

export interface EvaluationReport {
  texts: number
  accuracy: number
  /** Unweighted mean of the classes' F1, over every class that occurs in the gold labels or in the predictions. */
  macroF1: number
  perClass: ClassScore[]
  /** `confusion[g][p]`: texts of class g put into class p, in the order of `perClass`. */
  confusion: number[][]
  /** Expected calibration error over 15 equal bins of confidence (Guo et al. 2017); null without confidences. */
  ece: number | null
}

export interface Judged {
  gold: string
  predicted: string
  confidence?: number
}

const BINS = 15

/** Scores predictions against known labels. Classes are listed in code-point order of their labels. */
export function evaluateClassifier(judged: readonly Judged[]): EvaluationReport {
  const labels = [...new Set(judged.flatMap((one) => [one.gold, one.predicted]))].sort()
  const place = new Map(labels.map((label, index) => [label, index]))
  const confusion = labels.map(() => labels.map(() => 0))
  for (const one of judged) {
    const row = confusion[place.get(one.gold) ?? 0]
    const column = place.get(one.predicted) ?? 0
    if (row) row[column] = (row[column] ?? 0) + 1
  }
  const perClass = labels.map((label, index) => scoreClass(label, index, confusion))
  const right = judged.filter((one) => one.gold === one.predicted).length
  return {
    texts: judged.length,
    accuracy: judged.length === 0 ? 0 : right / judged.length,
    macroF1: perClass.reduce((sum, one) => sum + one.f1, 0) / Math.max(1, perClass.length),
    perClass,
    confusion,
    ece: calibrationError(judged),
  }
}

function scoreClass(label: string, index: number, confusion: readonly (readonly number[])[]): ClassScore {
  const hit = confusion[index]?.[index] ?? 0
  const support = (confusion[index] ?? []).reduce((sum, count) => sum + count, 0)
  const predicted = confusion.reduce((sum, row) => sum + (row[index] ?? 0), 0)
  return {
    label,
    support,
    predicted,
    precision: predicted === 0 ? 0 : hit / predicted,
    recall: support === 0 ? 0 : hit / support,
    f1: support + predicted === 0 ? 0 : (2 * hit) / (support + predicted),
  }
}

function calibrationError(judged: readonly Judged[]): number | null {
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, right: 0 }))
  for (const one of judged) {
    if (one.confidence === undefined) return null
    const bin = bins[Math.min(BINS - 1, Math.floor(one.confidence * BINS))]
    if (!bin) continue
    bin.confidence += one.confidence
    bin.right += one.gold === one.predicted ? 1 : 0
  }
  const gap = bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0)
  return judged.length === 0 ? null : gap / judged.length
}
