import { buildProceedings } from './agenda/proceedings.ts'
import { buildProjects } from './agenda/projects.ts'
import { type LivelihoodProject, type Proceeding } from './agenda/rows.ts'
import { buildBudget, type BudgetSamples } from './budget/index.ts'
import { buildFiscalTables, type FiscalTables } from './budget/fiscal.ts'
import { buildLedgers, type Ledgers } from './budget/ledgers.ts'
import { buildTenders, type Tenders } from './budget/tenders.ts'
import { readMatters } from './matters.ts'
import { buildDeputies } from './people.ts'
import { allStreets, buildPlaces, type District } from './places.ts'
import { createRandom } from './prng.ts'
import { buildComments } from './voices/comments.ts'
import { readPersonas } from './voices/personas.ts'
import { buildPetitions } from './voices/petitions.ts'
import { type Comment, type Petition, type Suggestion } from './voices/rows.ts'
import { buildSuggestions } from './voices/suggestions.ts'
import { type PlantedTopic, readTopics } from './voices/topics.ts'

export const seed = '示例省云岭市-2026'

/** The whole invented city with three years of voices and money, before it is cut into files. */
export interface World {
  districts: District[]
  topics: PlantedTopic[]
  suggestions: Suggestion[]
  petitions: Petition[]
  comments: Comment[]
  budget: BudgetSamples
  fiscal: FiscalTables
  ledgers: Ledgers
  tenders: Tenders
  proceedings: Proceeding[]
  projects: LivelihoodProject[]
}

/** Always the same world: nothing but the seed and the hand-written texts goes in. */
export function buildWorld(): World {
  const random = createRandom(seed)
  const districts = buildPlaces(random.fork('places'))
  const deputies = buildDeputies(
    random.fork('deputies'),
    districts.map(({ name }) => name),
  )
  const topics = readTopics(allStreets(districts))
  const budget = buildBudget(districts, random.fork('budget'))
  return {
    districts,
    topics,
    suggestions: buildSuggestions({ deputies, districts, topics }, random.fork('suggestions')),
    petitions: buildPetitions(
      { matters: readMatters(), personas: readPersonas(), districts, topics },
      random.fork('petitions'),
    ),
    comments: buildComments(districts, topics, random.fork('comments')),
    budget,
    fiscal: buildFiscalTables(districts, random.fork('fiscal')),
    ledgers: buildLedgers(districts, random.fork('ledgers')),
    tenders: buildTenders(budget.procurements, random.fork('tenders')),
    proceedings: buildProceedings(random.fork('proceedings')),
    projects: buildProjects(),
  }
}
