// npm run bench NAME: one benchmark, with its peer or limit in the same run.
export {}

const benches = {
  budget: () => import('./budget.ts'),
  classify: () => import('./classify.ts'),
  ingest: () => import('./ingest.ts'),
  search: () => import('./search.ts'),
  text: () => import('./text.ts'),
  wall: () => import('./wall.ts'),
}

const name = process.argv[2] ?? ''
if (name in benches) {
  await benches[name as keyof typeof benches]()
} else {
  console.error(`用法：npm run bench 名称；可用：${Object.keys(benches).join('、')}`)
  process.exitCode = 1
}
