export {
  createRiskReader,
  defaultRiskConfig,
  readRisk,
  riskVersion,
  type Risk,
  type RiskConfig,
  type RiskReason,
} from './read-risk.ts'
export { riskKinds, riskLevels, type RiskKind, type RiskLevel } from './kinds.ts'
