-- 规则没有报的原因；一行是一条规则、一个单位、一个年度，取最主要的一个原因
create table if not exists analysis.rule_reasons (
  rule varchar not null, -- 规则编号
  unit_key varchar not null, -- 归属单位；空表示该年度所有单位
  fiscal_year integer not null, -- 预算年度
  kind varchar not null, -- quality 数据存疑、whitelisted 白名单、excepted 按例外排除、below 未到阈值、precondition 前提不具备、year 该年度不判断
  matter varchar, -- 事项
  text varchar, -- 原因，或离阈值最近的一次测得什么
  limit_text varchar, -- 阈值
  short_text varchar, -- 还差多少
  nearness double, -- 离阈值多近，0 到 1
  matters integer -- 同一原因的事项数
)
