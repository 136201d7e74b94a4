-- 每件民意有效的分类决定；一行是一件，撤回的不在内
create or replace view state.class_decisions_latest as
select
  ranked.voice_id, -- 民意编号
  ranked.text_hash, -- 决定时的正文摘要
  ranked.kind, -- confirm 确认、correct 更正
  ranked.level_1, -- 定为的一级分类
  ranked.level_2, -- 定为的二级分类
  ranked.level_3, -- 定为的三级分类
  ranked.was_level_1, -- 当时模型给的一级分类
  ranked.model, -- 当时的模型
  ranked.actor, -- 谁
  ranked.decided_at -- 时间（UTC）
from (
  select
    decisions.*,
    row_number() over (
      partition by decisions.voice_id
      order by decisions.decided_at desc, decisions.decision_id desc
    ) as place
  from state.class_decisions as decisions
) as ranked
where ranked.place = 1
  and ranked.kind <> 'undo'
