import { matterQueries, type ResultTable, type Warehouse } from '#warehouse'
import { findCampaign, type CampaignLetter } from '../matters/index.ts'

type ResultRow = Record<string, string | number | null>

/** 疑似集中提交: one row per matter that looks submitted together, and the letters that make it look so. */
export async function campaignTables(
  warehouse: Warehouse,
): Promise<{ count: number; tables: ResultTable[] }> {
  const matters = new Map<string, { voices: number; letters: (CampaignLetter & { voiceId: string })[] }>()
  for (const row of await warehouse.query(matterQueries.campaignLetters, {})) {
    const matter = matters.get(row.matter_id) ?? { voices: row.voices, letters: [] }
    matter.letters.push({
      voiceId: row.voice_id,
      copyId: row.copy_id,
      author: row.author,
      date: row.created_date,
    })
    matters.set(row.matter_id, matter)
  }
  const campaigns: ResultRow[] = []
  const members: ResultRow[] = []
  for (const [matterId, { voices, letters }] of matters) {
    const found = findCampaign(letters, voices)
    if (found === null) continue
    const campaignId = `J${matterId}`
    const { label, copies, texts, authors, days, from, to, evidence } = found
    campaigns.push({
      campaign_id: campaignId,
      matter_id: matterId,
      label,
      voices,
      copies,
      texts,
      authors,
      days,
      from_date: from,
      to_date: to,
      evidence,
    })
    for (const letter of letters) members.push({ campaign_id: campaignId, voice_id: letter.voiceId })
  }
  return {
    count: campaigns.length,
    tables: [
      { table: 'campaigns', rows: campaigns },
      { table: 'campaign_members', rows: members },
    ],
  }
}
