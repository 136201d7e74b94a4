export interface PeriodChoice {
  readonly label: string
  readonly from: string
  readonly to: string
}

/** Quick periods that end with the newest data; none without data. */
export function periodChoices(dataTo: string | null): PeriodChoice[] {
  if (!dataTo) return []
  const year = Number(dataTo.slice(0, 4))
  const back = (days: number) =>
    new Date(Date.parse(`${dataTo}T00:00:00Z`) - (days - 1) * 86_400_000).toISOString().slice(0, 10)
  return [
    { label: '最近 30 天', from: back(30), to: dataTo },
    { label: '最近 90 天', from: back(90), to: dataTo },
    { label: '最近一年', from: back(365), to: dataTo },
    { label: `${year} 年`, from: `${year}-01-01`, to: dataTo },
    { label: `${year - 1} 年`, from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  ]
}
