-- 预算疑点；一行是一条规则在一个单位和事项上的一个疑点，只是查看案卷的理由，不是结论
create table if not exists analysis.findings (
  finding_id varchar not null, -- 疑点编号
  rule varchar, -- 规则编号
  rule_name varchar, -- 规则名称
  rule_version varchar, -- 规则版本
  severity varchar, -- 等级：红、橙、黄
  certainty varchar, -- 确定程度
  agency_code varchar, -- 单位代码
  unit varchar, -- 单位
  fiscal_year integer, -- 预算年度
  matter varchar, -- 事项
  amount decimal(18, 2), -- 涉及金额（元）
  text varchar, -- 说明
  formula varchar, -- 公式
  formula_filled varchar, -- 代入数字的公式
  clause varchar, -- 依据条款
  clause_text varchar, -- 条款内容
  threshold varchar, -- 阈值（JSON）
  innocent_causes varchar, -- 可能的正常原因（JSON 数组）
  evidence varchar, -- 统计佐证（JSON）
  score double, -- 排序分
  data_date date, -- 数据日期
  computed_at timestamp -- 计算时间（UTC）
)
