/** What came of a run, as rows of a small figure: one per world and message. */
import type { LiveWorld } from '../../host/client.ts'
import type { AttemptClass } from '../../sim/facts/attempts.ts'
import { journeys } from '../../sim/facts/journeys.ts'
import type { ScenarioFile, Words } from '../../sim/scenarios/scenario.ts'
import type { Instant, Millis } from '../../sim/units.ts'
import { WHAT_IF, WORLD_NAMES } from '../words/page.ts'

export interface ResultRow {
  readonly key: string
  /** Whose letter, or which road it took. */
  readonly name: Words
  readonly outcome: string
  /** From sending to the end; null while there is none. */
  readonly took: Millis | null
  readonly sentAt: Instant
  readonly endedAt: Instant | null
  readonly attempts: readonly { readonly at: Instant; readonly class: AttemptClass }[]
}

/** A class is not drawn from a crowd: what has more rows than this is a case for a table. */
const ROWS_MAX = 6

/** Letters in every world; spam, which takes the same road in all of them, only once. */
export function resultRows(worlds: readonly LiveWorld[], scenario: ScenarioFile): ResultRow[] {
  const rows: ResultRow[] = []
  worlds.forEach(({ index, record }, position) => {
    const letters = record.messages.filter(({ kind }) => kind === 'good').length
    for (const journey of journeys(index, Infinity)) {
      const { kind, id, sentAt, subject } = journey.record
      if (kind === 'dsn' || (kind === 'spam' && position > 0)) continue
      const world = nameOfWorld(record.id, scenario)
      const name =
        kind === 'spam' ? same(`“${subject}”`) : letters > 1 ? both(world, subject) : world
      rows.push({
        key: `${record.id} ${id} ${journey.to}`,
        name,
        outcome: journey.outcome,
        took: journey.endedAt === null ? null : journey.endedAt - sentAt,
        sentAt,
        endedAt: journey.endedAt,
        attempts: journey.attempts.map(({ at, class: result }) => ({ at, class: result })),
      })
    }
  })
  return rows.slice(0, ROWS_MAX)
}

function nameOfWorld(id: string, scenario: ScenarioFile): Words {
  const known = WORLD_NAMES[id]
  if (known !== undefined) return known
  // A variant is not on the stage: it was computed beside what was played.
  const { title } = scenario.variants.find((one) => one.id === id) ?? { title: same(id) }
  return {
    everyday: `${WHAT_IF} ${title.everyday}`,
    technical: `${WHAT_IF} ${title.technical}`,
    protocol: `${WHAT_IF} ${title.protocol}`,
  }
}

const same = (text: string): Words => ({ everyday: text, technical: text, protocol: text })

function both(world: Words, subject: string): Words {
  const add = (text: string): string => `${text}: “${subject}”`
  return {
    everyday: add(world.everyday),
    technical: add(world.technical),
    protocol: add(world.protocol),
  }
}
