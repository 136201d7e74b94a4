-- 预算核对的分年度取数，数据没有变化的年度沿用；一行是一个查询在一个预算年度或支付月份的结果的一部分
create table if not exists analysis.budget_answers (
  answer_id varchar not null, -- 查询、参数、年度或月份和所依据数据的摘要
  part integer not null, -- 第几部分，从 0 起
  question varchar not null, -- 查询
  fiscal_year integer not null, -- 预算年度，按支付月份分开的为月份所在的年份，0 为全部支付
  answer varchar not null -- 结果若干行，写成 JSON 后压缩
)
