/** A map nobody ever drew: one square per code, in a row. */
export function squares(codes: readonly (string | number)[], codeProperty = 'code'): string {
  const features = codes.map((code, index) => ({
    type: 'Feature',
    properties: { [codeProperty]: code, 说明: '仅供测试' },
    geometry: { type: 'Polygon', coordinates: [ring(index)] },
  }))
  return JSON.stringify({ type: 'FeatureCollection', features })
}

function ring(index: number): number[][] {
  const [left, right, bottom, top] = [100 + index * 0.2, 100.2 + index * 0.2, 30, 30.2]
  return [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
    [left, bottom],
  ]
}
