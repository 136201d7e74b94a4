/** The way of each regulation through the meetings: `年-月 阶段`; the last steps may lie ahead of today. */
export interface DraftCourse {
  /** As the committee writes it, without the kind of draft in brackets. */
  name: string
  steps: readonly string[]
}

export const draftCourses: readonly DraftCourse[] = [
  { name: '云岭市历史文化名城保护条例', steps: ['2024-02 一审', '2024-06 二审', '2024-10 表决'] },
  { name: '云岭市养犬管理条例', steps: ['2024-06 一审', '2024-10 二审', '2025-02 表决'] },
  { name: '云岭市物业管理条例', steps: ['2025-08 一审', '2025-12 二审', '2026-04 表决'] },
  { name: '云岭市城市绿化条例', steps: ['2026-02 一审', '2026-08 二审', '2026-12 表决'] },
  { name: '云岭市电动自行车管理条例', steps: ['2026-04 一审', '2026-08 二审', '2026-12 三审'] },
  { name: '云岭市志愿服务促进条例', steps: ['2026-10 一审', '2026-12 二审'] },
  { name: '云岭市养老服务条例', steps: ['2026-12 拟议'] },
]
