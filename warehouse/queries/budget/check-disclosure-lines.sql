-- The text of published files as the rule engine reads it, with the order in which the files came.
select
  lines.record_key,
  lines.source_file,
  lines.sheet,
  lines.row_number,
  lines.document,
  lines.page_number,
  lines.line_number,
  lines.text,
  documents.load_seq
from marts.disclosure_lines as lines
inner join marts.disclosure_documents as documents
  on documents.document = lines.document and documents.load_id = lines.load_id
order by lines.document, lines.page_number, lines.line_number
