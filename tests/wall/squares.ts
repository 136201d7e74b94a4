/** A map nobody ever drew: one square per code, three in a row. */
export function squares(codes: readonly (string | number)[], codeProperty = 'code'): string {
  const features = codes.map((code, index) => ({
    type: 'Feature',
    properties: { [codeProperty]: code, 说明: '仅供测试' },
    geometry: { type: 'Polygon', coordinates: [ring(index)] },
  }))
  return JSON.stringify({ type: 'FeatureCollection', features })
}

function ring(index: number): number[][] {
  const [left, bottom] = [100 + (index % 3) * 0.3, 30 - Math.floor(index / 3) * 0.2]
  const [right, top] = [left + 0.3, bottom + 0.2]
  return [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
    [left, bottom],
  ]
}
