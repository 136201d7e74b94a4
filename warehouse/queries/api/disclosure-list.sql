-- Published files with what the check read in them, the latest first; without a document mark all of them.
select
  documents.document,
  documents.load_id,
  documents.source_file,
  documents.loaded_at,
  documents.pages,
  checked.unit,
  checked.unit_key,
  checked.fiscal_year,
  checked.tables,
  checked.issues,
  checked.superseded_by,
  (
    select count(*)
    from analysis.findings as findings
    where findings.rule = 'B46'
      and findings.agency_code = checked.unit_key
      and findings.fiscal_year = checked.fiscal_year
      and checked.superseded_by is null
      and exists (
        select 1
        from analysis.finding_rows as rows
        where rows.finding_id = findings.finding_id and rows.kind = 'disclosure_lines'
      )
  ) as findings
from marts.disclosure_documents as documents
left join analysis.disclosures as checked on checked.document = documents.document
where $document::varchar is null or documents.document = $document::varchar
order by documents.load_seq desc, documents.document
