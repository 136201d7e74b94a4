const dayMs = 86_400_000
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)

/**
 * Excel serial number → 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM:SS' (local time, as the cell shows it), or null when
 * out of range. Days before 1 March 1900 follow Excel's own (wrong) leap year only in that they are refused.
 */
export function serialToText(serial: number, date1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return null
  if (serial < 1) return timeOfDay(serial)
  if (!date1904 && serial < 61) return null
  // Excel stores binary fractions of a day: round to the second before splitting.
  const seconds = Math.round(serial * 86_400)
  const iso = new Date((date1904 ? epoch1904 : epoch1900) + seconds * 1000).toISOString()
  return (seconds * 1000) % dayMs === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`
}

function timeOfDay(fraction: number): string {
  return new Date(Math.round(fraction * 86_400) * 1000).toISOString().slice(11, 19)
}
