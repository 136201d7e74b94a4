-- 规则适用情况；一行是一条规则
create table if not exists analysis.rule_status (
  rule varchar not null, -- 规则编号
  name varchar, -- 规则名称
  status varchar, -- applied 已适用、not_applicable 不适用
  why varchar, -- 不适用的原因
  findings integer, -- 疑点数
  suppressed integer, -- 按例外条件排除的数量
  version varchar, -- 规则版本
  scope varchar -- 规则查看的范围，尚未实现的为空
)
