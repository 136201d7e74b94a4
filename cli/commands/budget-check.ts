import { Type } from 'typebox'
import { runAnalysis } from '#analysis'
import { exportQueries } from '#warehouse'
import { defineCommand } from '../command.ts'
import { groupBy } from '../group-by.ts'
import { analysisContext } from './analysis-context.ts'

/** `huizhi budget check`: brings the findings up to date and lists them with their source rows, weightiest first. */
export const budgetCheckCommand = defineCommand(
  'budget check',
  Type.Object({ rule: Type.Optional(Type.String()) }),
  async (context, { rule }) => {
    await runAnalysis(analysisContext(context), { only: ['budget'] })
    const [findings, rows, notApplied] = await Promise.all([
      context.warehouse.query(exportQueries.findings, {}),
      context.warehouse.query(exportQueries.findingRows, {}),
      context.warehouse.query(exportQueries.rulesNotApplied, {}),
    ])
    const sourceRows = groupBy(
      rows,
      (row) => row.finding_id,
      ({ source_file: file, sheet, row_number: row, amount }) => ({ file, sheet, row, amount }),
    )
    return {
      findings: findings
        .filter((finding) => rule === undefined || finding.rule === rule)
        .map((finding) => ({
          id: finding.finding_id,
          rule: finding.rule,
          name: finding.rule_name,
          version: finding.rule_version,
          severity: finding.severity,
          unit: finding.unit,
          agency_code: finding.agency_code,
          fiscal_year: finding.fiscal_year,
          amount: finding.amount,
          text: finding.text,
          formula: finding.formula_filled,
          clause: finding.clause,
          source_rows: sourceRows.get(finding.finding_id) ?? [],
        })),
      not_applicable: notApplied.map(({ rule: id, name, why }) => ({ rule: id, name, why })),
    }
  },
)
