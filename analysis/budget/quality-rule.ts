import { type QualityCheck } from './quality/issue.ts'
import { type Rule } from './rule.ts'

/** A quality check in the shape of a rule, so that its findings read like the others. */
export function qualityRule(check: QualityCheck): Rule {
  return {
    id: check.id,
    name: check.name,
    version: '1.0',
    role: 'finding',
    severity: '黄',
    certainty: 'I',
    clauses: [],
    formula: check.formula,
    thresholds: [],
    exceptions: [],
    innocentCauses: check.innocentCauses,
    requires: [],
    scope: '全部预算数据',
    evaluate: () => ({
      suspicions: [],
      suppressed: [],
      spared: [],
      limits: [],
      unjudged: new Map(),
      isApplicable: true,
    }),
  }
}
