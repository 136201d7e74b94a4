-- 公开文件中不相符之处；一行是一处
create table if not exists analysis.disclosure_issues (
  document varchar not null, -- 文件指纹
  position integer not null, -- 在文件中的次序
  check_name varchar not null, -- 核对项：表内勾稽、表间勾稽、收支平衡、表文不一致、基本支出构成、增减表述、缺少表格、年度不一致、模板未填
  matter varchar not null, -- 归入的事项
  sheet varchar, -- 页或工作表
  row_number integer not null, -- 页内第几行
  text varchar not null -- 写了什么、应是什么
)
