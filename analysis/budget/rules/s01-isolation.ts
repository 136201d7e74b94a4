import { isolationScores } from '../../stats/isolation.ts'
import { type RobustScale, robustScale, zOn } from '../../stats/robust-scale.ts'
import { groupBy, unitName } from '../dataset.ts'
import { OutcomeBuilder, type Rule, limitOf } from '../rule.ts'
import { shapeFeatures, unitShapes, type UnitShape } from '../unit-shape.ts'

/** S01 多维孤立: a unit's year whose spending is shaped unlike that of the others in many ways at once. Only adds weight to other findings. */
export const isolation: Rule = {
  id: 'S01',
  name: '多维孤立',
  version: '1.0',
  role: 'support',
  severity: '黄',
  certainty: 'I',
  clauses: [],
  formula:
    '同年度各单位九项比例（12 月、第一季度、最多一个月、商品服务、个人补助、资本性支出占比，平均单笔，对不上指标的占比，支付占预算）的孤立森林得分 ≥ 0.6，且离各单位得分中位数 > 3.5 个稳健标准差；可比单位 ≥ 30 个时才计算；只作佐证',
  thresholds: [
    {
      key: 'score',
      label: '孤立得分',
      value: 0.6,
      unit: '分',
      origin: '内部默认',
      basis: 'Liu 等（2008）：明显高于 0.5 的是离群',
    },
    {
      key: 'z',
      label: '得分的稳健标准差',
      value: 3.5,
      unit: '倍',
      origin: '内部默认',
      basis: '与其他统计佐证一致',
    },
    {
      key: 'peers',
      label: '最少可比单位数',
      value: 30,
      unit: '个',
      origin: '内部默认',
      basis: '单位少时任何一个都容易被分开',
    },
  ],
  exceptions: ['全年支付不足 24 笔的单位', '可比单位不足 30 个的年度', '外币支付'],
  innocentCauses: ['单位职能特殊', '当年有大项目或机构调整', '年度中途成立或撤销'],
  requires: [{ kind: 'payments', fields: [] }],
  scope: '全年不少于 24 笔支付的单位',
  evaluate(dataset, thresholds) {
    const outcome = new OutcomeBuilder()
    let judged = 0
    for (const [year, shapes] of groupBy(unitShapes(dataset), (shape) => shape.year)) {
      const peers = limitOf(thresholds, 'peers')
      if (shapes.length < peers) {
        outcome.limit(`${String(year)} 年可比单位不足 ${String(peers)} 个，没有计算`, year)
        continue
      }
      judged += 1
      const scores = isolationScores(shapes.map(({ features }) => features))
      const scale = robustScale(scores)
      const features = shapeFeatures.map((_, index) =>
        robustScale(shapes.map((shape) => shape.features[index] ?? 0)),
      )
      for (const [index, shape] of shapes.entries()) {
        const score = scores[index] ?? 0
        if (score < limitOf(thresholds, 'score') || zOn(scale, score) <= limitOf(thresholds, 'z')) continue
        const { unit, cents } = shape
        const apart = standingOut(shape, features)
        outcome.suspect({
          unit,
          year,
          matter: '支出结构',
          severity: '黄',
          cents,
          text: `${unitName(dataset, unit)} ${String(year)} 年的支出结构与其他 ${String(shapes.length - 1)} 个单位差别大，孤立得分 ${score.toFixed(3)}；最突出的是${apart}。`,
          formulaFilled: `${score.toFixed(3)} ≥ ${String(limitOf(thresholds, 'score'))}`,
          rows: [],
        })
      }
    }
    return outcome.done(judged > 0)
  },
}

/** The two features in which a unit differs most, with its own value and the middle one. */
function standingOut(shape: UnitShape, scales: readonly RobustScale[]): string {
  return shapeFeatures
    .map(({ name, write }, index) => {
      const own = shape.features[index] ?? 0
      const scale = scales[index] ?? { centre: 0, spread: 0 }
      const distance = Math.abs(own - scale.centre)
      // Where most units are equal nothing can be measured in deviations; a share is then weighed as it is.
      const z = Math.abs(zOn(scale, own)) || distance * 20
      return { z, words: `${name} ${write(own)}（中位 ${write(scale.centre)}）` }
    })
    .sort((a, b) => b.z - a.z)
    .slice(0, 2)
    .map(({ words }) => words)
    .join('、')
}
