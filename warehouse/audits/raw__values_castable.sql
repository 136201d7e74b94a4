-- severity: error
-- 入库的文本无法转换为约定的类型
select 'suggestions' as kind, 'co_signers' as column_name, _record_key as record_key from raw.suggestions
where co_signers is not null and try_cast(co_signers as integer) is null
union all
select 'suggestions' as kind, 'submitted_at' as column_name, _record_key as record_key from raw.suggestions
where submitted_at is not null and try_cast(submitted_at as timestamp) is null
union all
select 'suggestions' as kind, 'assigned_at' as column_name, _record_key as record_key from raw.suggestions
where assigned_at is not null and try_cast(assigned_at as timestamp) is null
union all
select 'suggestions' as kind, 'signed_at' as column_name, _record_key as record_key from raw.suggestions
where signed_at is not null and try_cast(signed_at as timestamp) is null
union all
select 'suggestions' as kind, 'due_at' as column_name, _record_key as record_key from raw.suggestions
where due_at is not null and try_cast(due_at as timestamp) is null
union all
select 'suggestions' as kind, 'replied_at' as column_name, _record_key as record_key from raw.suggestions
where replied_at is not null and try_cast(replied_at as timestamp) is null
union all
select 'petitions' as kind, 'created_at' as column_name, _record_key as record_key from raw.petitions
where created_at is not null and try_cast(created_at as timestamp) is null
union all
select 'petitions' as kind, 'replied_at' as column_name, _record_key as record_key from raw.petitions
where replied_at is not null and try_cast(replied_at as timestamp) is null
union all
select 'petitions' as kind, 'likes' as column_name, _record_key as record_key from raw.petitions
where likes is not null and try_cast(likes as integer) is null
union all
select 'petitions' as kind, 'dislikes' as column_name, _record_key as record_key from raw.petitions
where dislikes is not null and try_cast(dislikes as integer) is null
union all
select 'comments' as kind, 'created_at' as column_name, _record_key as record_key from raw.comments
where created_at is not null and try_cast(created_at as timestamp) is null
union all
select 'budget_lines' as kind, 'fiscal_year' as column_name, _record_key as record_key from raw.budget_lines
where fiscal_year is not null and try_cast(fiscal_year as integer) is null
union all
select 'budget_lines' as kind, 'amount' as column_name, _record_key as record_key from raw.budget_lines
where amount is not null and try_cast(amount as decimal(18, 2)) is null
union all
select 'budget_lines' as kind, 'dis_amt' as column_name, _record_key as record_key from raw.budget_lines
where dis_amt is not null and try_cast(dis_amt as decimal(18, 2)) is null
union all
select 'budget_lines' as kind, 'add_amt' as column_name, _record_key as record_key from raw.budget_lines
where add_amt is not null and try_cast(add_amt as decimal(18, 2)) is null
union all
select 'budget_lines' as kind, 'doc_date' as column_name, _record_key as record_key from raw.budget_lines
where doc_date is not null and try_cast(doc_date as date) is null
union all
select 'budget_adjustments' as kind, 'adj_date' as column_name, _record_key as record_key from raw.budget_adjustments
where adj_date is not null and try_cast(adj_date as date) is null
union all
select 'budget_adjustments' as kind, 'add_amount' as column_name, _record_key as record_key from raw.budget_adjustments
where add_amount is not null and try_cast(add_amount as decimal(18, 2)) is null
union all
select 'budget_adjustments' as kind, 'dis_amount' as column_name, _record_key as record_key from raw.budget_adjustments
where dis_amount is not null and try_cast(dis_amount as decimal(18, 2)) is null
union all
select 'payments' as kind, 'fiscal_year' as column_name, _record_key as record_key from raw.payments
where fiscal_year is not null and try_cast(fiscal_year as integer) is null
union all
select 'payments' as kind, 'amount' as column_name, _record_key as record_key from raw.payments
where amount is not null and try_cast(amount as decimal(18, 2)) is null
union all
select 'payments' as kind, 'pay_date' as column_name, _record_key as record_key from raw.payments
where pay_date is not null and try_cast(pay_date as date) is null
union all
select 'transfers' as kind, 'amount' as column_name, _record_key as record_key from raw.transfers
where amount is not null and try_cast(amount as decimal(18, 2)) is null
union all
select 'transfers' as kind, 'received_at' as column_name, _record_key as record_key from raw.transfers
where received_at is not null and try_cast(received_at as date) is null
union all
select 'transfers' as kind, 'issued_at' as column_name, _record_key as record_key from raw.transfers
where issued_at is not null and try_cast(issued_at as date) is null
union all
select 'transfers' as kind, 'fiscal_year' as column_name, _record_key as record_key from raw.transfers
where fiscal_year is not null and try_cast(fiscal_year as integer) is null
union all
select 'procurements' as kind, 'bidders' as column_name, _record_key as record_key from raw.procurements
where bidders is not null and try_cast(bidders as integer) is null
union all
select 'procurements' as kind, 'agreed_days' as column_name, _record_key as record_key from raw.procurements
where agreed_days is not null and try_cast(agreed_days as integer) is null
union all
select 'procurements' as kind, 'estimate' as column_name, _record_key as record_key from raw.procurements
where estimate is not null and try_cast(estimate as decimal(18, 2)) is null
union all
select 'procurements' as kind, 'amount' as column_name, _record_key as record_key from raw.procurements
where amount is not null and try_cast(amount as decimal(18, 2)) is null
union all
select 'procurements' as kind, 'supplement_amount' as column_name, _record_key as record_key from raw.procurements
where supplement_amount is not null and try_cast(supplement_amount as decimal(18, 2)) is null
union all
select 'procurements' as kind, 'bid_deposit' as column_name, _record_key as record_key from raw.procurements
where bid_deposit is not null and try_cast(bid_deposit as decimal(18, 2)) is null
union all
select 'procurements' as kind, 'performance_deposit' as column_name, _record_key as record_key from raw.procurements
where performance_deposit is not null and try_cast(performance_deposit as decimal(18, 2)) is null
union all
select 'procurements' as kind, 'signed_at' as column_name, _record_key as record_key from raw.procurements
where signed_at is not null and try_cast(signed_at as date) is null
union all
select 'procurements' as kind, 'published_at' as column_name, _record_key as record_key from raw.procurements
where published_at is not null and try_cast(published_at as date) is null
union all
select 'procurements' as kind, 'accepted_at' as column_name, _record_key as record_key from raw.procurements
where accepted_at is not null and try_cast(accepted_at as date) is null
union all
select 'regions' as kind, 'valid_from' as column_name, _record_key as record_key from raw.regions
where valid_from is not null and try_cast(valid_from as date) is null
union all
select 'regions' as kind, 'valid_to' as column_name, _record_key as record_key from raw.regions
where valid_to is not null and try_cast(valid_to as date) is null
union all
select 'units' as kind, 'head_count' as column_name, _record_key as record_key from raw.units
where head_count is not null and try_cast(head_count as integer) is null
union all
select 'units' as kind, 'valid_from' as column_name, _record_key as record_key from raw.units
where valid_from is not null and try_cast(valid_from as date) is null
union all
select 'units' as kind, 'valid_to' as column_name, _record_key as record_key from raw.units
where valid_to is not null and try_cast(valid_to as date) is null
union all
select 'proceedings' as kind, 'held_on' as column_name, _record_key as record_key from raw.proceedings
where held_on is not null and try_cast(held_on as date) is null
union all
select 'proceedings' as kind, 'votes_for' as column_name, _record_key as record_key from raw.proceedings
where votes_for is not null and try_cast(votes_for as integer) is null
union all
select 'proceedings' as kind, 'votes_against' as column_name, _record_key as record_key from raw.proceedings
where votes_against is not null and try_cast(votes_against as integer) is null
union all
select 'proceedings' as kind, 'votes_abstain' as column_name, _record_key as record_key from raw.proceedings
where votes_abstain is not null and try_cast(votes_abstain as integer) is null
union all
select 'livelihood_projects' as kind, 'year' as column_name, _record_key as record_key from raw.livelihood_projects
where year is not null and try_cast(year as integer) is null
union all
select 'livelihood_projects' as kind, 'planned_at' as column_name, _record_key as record_key from raw.livelihood_projects
where planned_at is not null and try_cast(planned_at as date) is null
union all
select 'livelihood_projects' as kind, 'progress' as column_name, _record_key as record_key from raw.livelihood_projects
where progress is not null and try_cast(progress as decimal(9, 4)) is null
union all
select 'livelihood_projects' as kind, 'budget' as column_name, _record_key as record_key from raw.livelihood_projects
where budget is not null and try_cast(budget as decimal(18, 2)) is null
union all
select 'livelihood_projects' as kind, 'votes_rank' as column_name, _record_key as record_key from raw.livelihood_projects
where votes_rank is not null and try_cast(votes_rank as integer) is null
union all
select 'livelihood_projects' as kind, 'reported_at' as column_name, _record_key as record_key from raw.livelihood_projects
where reported_at is not null and try_cast(reported_at as date) is null
union all
select 'revenues' as kind, 'fiscal_year' as column_name, _record_key as record_key from raw.revenues
where fiscal_year is not null and try_cast(fiscal_year as integer) is null
union all
select 'revenues' as kind, 'budget_amount' as column_name, _record_key as record_key from raw.revenues
where budget_amount is not null and try_cast(budget_amount as decimal(18, 2)) is null
union all
select 'revenues' as kind, 'adjusted_amount' as column_name, _record_key as record_key from raw.revenues
where adjusted_amount is not null and try_cast(adjusted_amount as decimal(18, 2)) is null
union all
select 'revenues' as kind, 'executed_amount' as column_name, _record_key as record_key from raw.revenues
where executed_amount is not null and try_cast(executed_amount as decimal(18, 2)) is null
union all
select 'revenues' as kind, 'as_of' as column_name, _record_key as record_key from raw.revenues
where as_of is not null and try_cast(as_of as date) is null
union all
select 'expenditures' as kind, 'fiscal_year' as column_name, _record_key as record_key from raw.expenditures
where fiscal_year is not null and try_cast(fiscal_year as integer) is null
union all
select 'expenditures' as kind, 'budget_amount' as column_name, _record_key as record_key from raw.expenditures
where budget_amount is not null and try_cast(budget_amount as decimal(18, 2)) is null
union all
select 'expenditures' as kind, 'adjusted_amount' as column_name, _record_key as record_key from raw.expenditures
where adjusted_amount is not null and try_cast(adjusted_amount as decimal(18, 2)) is null
union all
select 'expenditures' as kind, 'executed_amount' as column_name, _record_key as record_key from raw.expenditures
where executed_amount is not null and try_cast(executed_amount as decimal(18, 2)) is null
union all
select 'expenditures' as kind, 'as_of' as column_name, _record_key as record_key from raw.expenditures
where as_of is not null and try_cast(as_of as date) is null
union all
select 'debts' as kind, 'fiscal_year' as column_name, _record_key as record_key from raw.debts
where fiscal_year is not null and try_cast(fiscal_year as integer) is null
union all
select 'debts' as kind, 'limit_amount' as column_name, _record_key as record_key from raw.debts
where limit_amount is not null and try_cast(limit_amount as decimal(18, 2)) is null
union all
select 'debts' as kind, 'balance' as column_name, _record_key as record_key from raw.debts
where balance is not null and try_cast(balance as decimal(18, 2)) is null
union all
select 'debts' as kind, 'quota' as column_name, _record_key as record_key from raw.debts
where quota is not null and try_cast(quota as decimal(18, 2)) is null
union all
select 'debts' as kind, 'issued_new' as column_name, _record_key as record_key from raw.debts
where issued_new is not null and try_cast(issued_new as decimal(18, 2)) is null
union all
select 'debts' as kind, 'issued_refinancing' as column_name, _record_key as record_key from raw.debts
where issued_refinancing is not null and try_cast(issued_refinancing as decimal(18, 2)) is null
union all
select 'debts' as kind, 'repaid' as column_name, _record_key as record_key from raw.debts
where repaid is not null and try_cast(repaid as decimal(18, 2)) is null
union all
select 'debts' as kind, 'interest' as column_name, _record_key as record_key from raw.debts
where interest is not null and try_cast(interest as decimal(18, 2)) is null
union all
select 'debts' as kind, 'capacity' as column_name, _record_key as record_key from raw.debts
where capacity is not null and try_cast(capacity as decimal(18, 2)) is null
union all
select 'debts' as kind, 'product' as column_name, _record_key as record_key from raw.debts
where product is not null and try_cast(product as decimal(18, 2)) is null
union all
select 'debts' as kind, 'as_of' as column_name, _record_key as record_key from raw.debts
where as_of is not null and try_cast(as_of as date) is null
union all
select 'treasury_months' as kind, 'month_end' as column_name, _record_key as record_key from raw.treasury_months
where month_end is not null and try_cast(month_end as date) is null
union all
select 'treasury_months' as kind, 'inflow' as column_name, _record_key as record_key from raw.treasury_months
where inflow is not null and try_cast(inflow as decimal(18, 2)) is null
union all
select 'treasury_months' as kind, 'outflow' as column_name, _record_key as record_key from raw.treasury_months
where outflow is not null and try_cast(outflow as decimal(18, 2)) is null
union all
select 'treasury_months' as kind, 'balance' as column_name, _record_key as record_key from raw.treasury_months
where balance is not null and try_cast(balance as decimal(18, 2)) is null
union all
select 'investments' as kind, 'estimate' as column_name, _record_key as record_key from raw.investments
where estimate is not null and try_cast(estimate as decimal(18, 2)) is null
union all
select 'investments' as kind, 'approved_estimate' as column_name, _record_key as record_key from raw.investments
where approved_estimate is not null and try_cast(approved_estimate as decimal(18, 2)) is null
union all
select 'investments' as kind, 'adjusted_estimate' as column_name, _record_key as record_key from raw.investments
where adjusted_estimate is not null and try_cast(adjusted_estimate as decimal(18, 2)) is null
union all
select 'investments' as kind, 'paid_total' as column_name, _record_key as record_key from raw.investments
where paid_total is not null and try_cast(paid_total as decimal(18, 2)) is null
union all
select 'investments' as kind, 'as_of' as column_name, _record_key as record_key from raw.investments
where as_of is not null and try_cast(as_of as date) is null
union all
select 'receivables' as kind, 'occurred_at' as column_name, _record_key as record_key from raw.receivables
where occurred_at is not null and try_cast(occurred_at as date) is null
union all
select 'receivables' as kind, 'balance' as column_name, _record_key as record_key from raw.receivables
where balance is not null and try_cast(balance as decimal(18, 2)) is null
union all
select 'receivables' as kind, 'as_of' as column_name, _record_key as record_key from raw.receivables
where as_of is not null and try_cast(as_of as date) is null
union all
select 'bids' as kind, 'round' as column_name, _record_key as record_key from raw.bids
where round is not null and try_cast(round as integer) is null
union all
select 'bids' as kind, 'amount' as column_name, _record_key as record_key from raw.bids
where amount is not null and try_cast(amount as decimal(18, 2)) is null
union all
select 'bids' as kind, 'ceiling' as column_name, _record_key as record_key from raw.bids
where ceiling is not null and try_cast(ceiling as decimal(18, 2)) is null
union all
select 'bids' as kind, 'opened_at' as column_name, _record_key as record_key from raw.bids
where opened_at is not null and try_cast(opened_at as date) is null
union all
select 'disclosures' as kind, 'fiscal_year' as column_name, _record_key as record_key from raw.disclosures
where fiscal_year is not null and try_cast(fiscal_year as integer) is null
union all
select 'disclosures' as kind, 'approved_at' as column_name, _record_key as record_key from raw.disclosures
where approved_at is not null and try_cast(approved_at as date) is null
union all
select 'disclosures' as kind, 'published_at' as column_name, _record_key as record_key from raw.disclosures
where published_at is not null and try_cast(published_at as date) is null
union all
select 'disclosures' as kind, 'as_of' as column_name, _record_key as record_key from raw.disclosures
where as_of is not null and try_cast(as_of as date) is null
union all
select 'disclosure_lines' as kind, 'page_number' as column_name, _record_key as record_key from raw.disclosure_lines
where page_number is not null and try_cast(page_number as integer) is null
union all
select 'disclosure_lines' as kind, 'line_number' as column_name, _record_key as record_key from raw.disclosure_lines
where line_number is not null and try_cast(line_number as integer) is null
order by kind, column_name, record_key
