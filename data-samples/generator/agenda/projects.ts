import { dayOf } from '../calendar.ts'
import { type LivelihoodProject } from './rows.ts'

/** `项目 | 牵头单位 | 年度目标 | 计划完成 | 完成% 或空 | 进展 | 万元`, in the order of the deputies' votes. */
const lists: Readonly<Record<number, { reported: string; lines: readonly string[] }>> = {
  2025: {
    reported: '2025-12-30',
    lines: [
      '老旧小区加装电梯 | 云岭市住房和城乡建设局 | 加装电梯 60 部 | 2025-12-20 | 100 | 60 部全部投用 | 3600',
      '新建改扩建公办幼儿园 | 云岭市教育局 | 新增学位 1800 个 | 2025-08-31 | 100 | 秋季学期已启用 | 5200',
      '社区助餐点 | 云岭市民政局 | 新建助餐点 30 个 | 2025-11-30 | 100 | 30 个全部运营 | 900',
      '农村供水管网改造 | 云岭市水利局 | 改造管网 120 公里 | 2025-12-31 | 92 | 剩余 10 公里冬季停工 | 4100',
      '城区易涝点整治 | 云岭市城市管理局 | 整治易涝点 8 处 | 2025-06-30 | 100 | 8 处全部完工 | 2600',
      '乡镇卫生院设备更新 | 云岭市卫生健康委员会 | 更新设备 15 家 | 2025-10-31 | 100 | 15 家全部到位 | 1800',
    ],
  },
  2026: {
    reported: '2026-10-15',
    lines: [
      '老旧小区供热管网改造 | 云岭市住房和城乡建设局 | 改造二次管网 80 公里 | 2026-10-31 | 88 | 余 9 公里正在打压试水 | 6200',
      '新建社区嵌入式托育点 | 云岭市卫生健康委员会 | 新增托位 1200 个 | 2026-11-30 | 84 | 1010 个托位通过验收 | 1500',
      '城区内涝点整治 | 云岭市城市管理局 | 整治易涝点 12 处 | 2026-06-30 | 75 | 9 处完工，3 处因管线迁改未完 | 4800',
      '义务教育学校午餐提升 | 云岭市教育局 | 改造食堂 40 所 | 2026-08-31 | 100 | 40 所全部投用 | 2200',
      '农村公路安全防护 | 云岭市交通运输局 | 安装护栏 150 公里 | 2026-12-15 | 61 | 已安装 92 公里 | 2700',
      '老年人助餐服务网络 | 云岭市民政局 | 新建助餐点 36 个 | 2026-12-20 | 86 | 31 个已运营 | 1100',
      '公共充电设施建设 | 云岭市发展和改革委员会 | 新建充电桩 900 个 | 2026-12-31 | 90 | 已建成 812 个 | 3000',
      '零工市场建设 | 云岭市人力资源和社会保障局 | 建成零工市场 6 个 | 2026-11-20 | 50 | 3 个投用，3 个在装修 | 600',
      '口袋公园建设 | 云岭市园林绿化中心 | 新建口袋公园 20 个 | 2026-12-25 | 95 | 19 个已开放 | 1700',
      '既有住宅燃气安全装置更换 | 云岭市应急管理局 | 更换 5 万户 | 2026-12-31 |  | | 2400',
    ],
  },
}

/** Six projects of 2025 and ten of 2026: done, on time, behind, overdue and one nobody reported on. */
export function buildProjects(): LivelihoodProject[] {
  return Object.entries(lists).flatMap(([year, { reported, lines }]) =>
    lines.map((line, index) => {
      const cells = line.split('|').map((cell) => cell.trim())
      const [title = '', leadUnit = '', target = '', planned = '', progress = '', status = '', wan = '0'] =
        cells
      return {
        projectId: `SS${year}${String(index + 1).padStart(2, '0')}`,
        year: Number(year),
        ...{ title, leadUnit, target, status },
        planned: dayOf(planned),
        progress: progress === '' ? null : Number(progress),
        budget: Number(wan) * 1_000_000,
        votesRank: index + 1,
        reported: progress === '' ? null : dayOf(reported),
      }
    }),
  )
}
