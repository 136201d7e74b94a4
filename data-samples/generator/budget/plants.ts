/** Units whose pace over the year is bent on purpose. */
export interface PacePlant {
  rule: 'B12' | 'B14'
  agencyCode: string
  fiscalYear: number
  /** B12: fraction of the ordinary pace of the projects; B14: December's share of the projects' year. */
  strength: number
}

export const pacePlants: readonly PacePlant[] = [
  { rule: 'B12', agencyCode: '104001', fiscalYear: 2024, strength: 0.72 },
  { rule: 'B12', agencyCode: '112001', fiscalYear: 2025, strength: 0.5 },
  { rule: 'B12', agencyCode: '106001', fiscalYear: 2026, strength: 0.55 },
  { rule: 'B12', agencyCode: '109001', fiscalYear: 2026, strength: 0.6 },
  { rule: 'B14', agencyCode: '107002', fiscalYear: 2025, strength: 0.5 },
  { rule: 'B14', agencyCode: '109002', fiscalYear: 2025, strength: 0.5 },
  { rule: 'B14', agencyCode: '104002', fiscalYear: 2025, strength: 0.52 },
]
