-- 隔离行现行的决定；一行是一条隔离行
create or replace view state.quarantine_decisions_latest as
select
  ranked.quarantine_id, -- 隔离编号
  ranked.kind, -- 数据类别
  ranked.file_hash, -- 文件摘要（SHA-256）
  ranked.sheet, -- 工作表，没有时为空文本
  ranked.row_number, -- 行号
  ranked.action, -- set_aside 搁置（不是数据）、reopen 恢复待处理
  ranked.reason, -- 理由
  ranked.actor, -- 谁
  ranked.decided_at -- 时间（UTC）
from (
  select
    decisions.*,
    row_number() over (
      partition by decisions.kind, decisions.file_hash, decisions.sheet, decisions.row_number
      order by decisions.decision_id desc
    ) as place
  from state.quarantine_decisions as decisions
) as ranked
where ranked.place = 1
