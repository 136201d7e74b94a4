-- 隔离行现行的修改；一行是一个改过的单元格
create or replace view state.quarantine_repairs_latest as
select
  ranked.quarantine_id, -- 隔离编号
  ranked.kind, -- 数据类别
  ranked.file_hash, -- 文件摘要（SHA-256）
  ranked.sheet, -- 工作表，没有时为空文本
  ranked.row_number, -- 行号
  ranked.header, -- 表头
  ranked.new_text, -- 改成的文本，个人信息已遮盖
  ranked.sealed_text, -- 密封：有个人信息时的原文
  ranked.actor, -- 谁
  ranked.repaired_at -- 时间（UTC）
from (
  select
    repairs.*,
    row_number() over (
      partition by repairs.kind, repairs.file_hash, repairs.sheet, repairs.row_number, repairs.header
      order by repairs.repair_id desc
    ) as place
  from state.quarantine_repairs as repairs
) as ranked
where ranked.place = 1
  and ranked.new_text is not null
