import type { Example } from '../../../analysis/classify/index.ts'

const SUBJECTS: Record<string, string[]> = {
  交通: ['公交车', '红绿灯', '堵车', '出租车', '高速公路', '停车位', '斑马线'],
  教育: ['小学', '老师', '学区', '幼儿园', '补课', '高考', '学费'],
  环境: ['臭气', '污水', '噪音', '扬尘', '垃圾场', '废气', '油烟'],
}
const FRAMES = [
  '关于{}的意见',
  '{}问题什么时候解决',
  '反映{}',
  '请管一管{}',
  '{}太差了',
  '咨询{}',
  '{}影响生活',
]

/** Invented letters of three classes: each names one subject of its class in title and body. */
export const toyLetters: Example[] = Object.entries(SUBJECTS).flatMap(([label, subjects]) =>
  subjects.flatMap((subject, at) =>
    FRAMES.map((frame, turn) => ({
      text: {
        title: frame.replace('{}', subject),
        body: `您好，第${String(turn + 1)}次来信，我们这里的${subject}和${subjects[(at + 1) % subjects.length] ?? ''}没有人管，请答复。`,
      },
      label,
    })),
  ),
)
