/** One rule of the library. `missing`: the data it waits for; `pending`: data exist, the rule is not written; neither: it has code. */
export interface CatalogueEntry {
  readonly id: string
  readonly name: string
  readonly basis: string
  readonly missing?: string
  readonly pending?: string
}

/** The whole rule library B01–B49 and the statistics that only support it: no rule stays silent, those that cannot run say why. */
export const ruleCatalogue: readonly CatalogueEntry[] = [
  { id: 'B01', name: '无预算支出', basis: '预算法第13条；财政违法行为处罚处分条例第7条' },
  { id: 'B02', name: '超指标支付', basis: '预算法第13条；预算法第57条' },
  { id: 'B03', name: '批准前支出', basis: '预算法第54条' },
  { id: 'B04', name: '预算批复超期', basis: '预算法第52条' },
  { id: 'B05', name: '一般性转移支付下达超期', basis: '预算法第52条' },
  { id: 'B06', name: '专项转移支付下达超期', basis: '预算法第52条' },
  { id: 'B07', name: '提前下达比例低', basis: '预算法实施条例第48条' },
  {
    id: 'B08',
    name: '调整未报批',
    basis: '预算法第67至70条',
  },
  { id: 'B09', name: '调剂频繁/过大', basis: '预算法第72条' },
  { id: 'B10', name: '预备费设置', basis: '预算法第40条' },
  { id: 'B11', name: '超收违规使用', basis: '预算法第66条' },
  { id: 'B12', name: '执行进度偏慢', basis: '预算法第53条；预算法第57条' },
  { id: 'B13', name: '零执行', basis: '预算法第57条' },
  { id: 'B14', name: '年底突击花钱', basis: '预算法第57条' },
  {
    id: 'B15',
    name: '结转超两年',
    basis: '预算法第42条；预算法实施条例第50条',
  },
  { id: 'B16', name: '结转结余过大', basis: '预算法第42条' },
  {
    id: 'B17',
    name: '资金滞留',
    basis: '财政违法行为处罚处分条例第6条第三项；预算法第57条',
  },
  { id: 'B18', name: '三公超预算', basis: '机关事务管理条例第12条' },
  { id: 'B19', name: '三公只增', basis: '机关事务管理条例第12条' },
  {
    id: 'B20',
    name: '挤占挪用于三公',
    basis: '机关事务管理条例第12条',
  },
  { id: 'B21', name: '会议/培训/差旅异常', basis: '预算法第37条' },
  { id: 'B22', name: '现金支付', basis: '现金管理暂行条例第5条' },
  { id: 'B23', name: '大额提现', basis: '现金管理暂行条例第5条' },
  { id: 'B24', name: '转实有资金账户', basis: '预算法第61条' },
  { id: 'B25', name: '向个人大额转账', basis: '国库动态监控' },
  { id: 'B26', name: '应刷公务卡未刷', basis: '依据待核实' },
  { id: 'B27', name: '拆分支付', basis: '内部控制' },
  { id: 'B28', name: '临界金额聚集', basis: '统计规律' },
  { id: 'B29', name: '化整为零规避招标', basis: '政府采购法实施条例第28条；政府采购法第28条' },
  { id: 'B30', name: '补充合同超 10%', basis: '政府采购法第49条；政府采购法实施条例第67条' },
  {
    id: 'B31',
    name: '合同签订/公告/备案超期',
    basis: '政府采购法第46条；政府采购法实施条例第50条；政府采购法第47条',
  },
  { id: 'B32', name: '保证金超限', basis: '政府采购法实施条例第33条、第48条' },
  {
    id: 'B33',
    name: '拖欠中小企业',
    basis: '保障中小企业款项支付条例第9条',
  },
  {
    id: 'B34',
    name: '供应商集中/单一投标',
    basis: '公开合同红旗指标',
  },
  { id: 'B35', name: '同价/异常接近报价', basis: '政府采购法第25条；公开合同红旗指标' },
  { id: 'B36', name: '疑似重复支付', basis: '预算法第57条' },
  {
    id: 'B37',
    name: '用途与科目不符',
    basis: '预算法第63条；预算法第72条',
  },
  { id: 'B38', name: '非工作时间/节假日支付', basis: '内部控制' },
  { id: 'B39', name: '整数大额', basis: '内部控制，只作佐证' },
  { id: 'B40', name: '往来挂账', basis: '预算法实施条例第83条' },
  {
    id: 'B41',
    name: '债务超限额',
    basis: '预算法实施条例第43条；预算法实施条例第94条',
  },
  { id: 'B42', name: '付息比过高', basis: '预算法实施条例第47条' },
  { id: 'B43', name: '债务率分档', basis: '预算法实施条例第47条' },
  { id: 'B44', name: '债券资金用于经常性支出', basis: '预算法第35条' },
  { id: 'B45', name: '超概算', basis: '政府投资条例第12条、第23条' },
  {
    id: 'B46',
    name: '公开超期/勾稽不平',
    basis: '预算法第14条；预算法实施条例第6条',
  },
  { id: 'B47', name: '预决算偏离', basis: '预算法第75条' },
  { id: 'B48', name: '数值分布 (Benford)', basis: '统计规律' },
  { id: 'B49', name: '库款保障不足', basis: '库款监测口径' },
  { id: 'S01', name: '多维孤立', basis: '统计规律，只作佐证' },
]
