-- What does not add up in one published file, place by place, with the finding that holds it.
select
  issues.position,
  issues.check_name,
  issues.sheet,
  issues.row_number,
  issues.text,
  findings.finding_id
from analysis.disclosure_issues as issues
inner join analysis.disclosures as files on files.document = issues.document
left join analysis.findings as findings
  on files.superseded_by is null
  and findings.rule = 'B46'
  and findings.agency_code = files.unit_key
  and findings.fiscal_year = files.fiscal_year
  and findings.matter = issues.matter
where issues.document = $document::varchar
order by issues.position
