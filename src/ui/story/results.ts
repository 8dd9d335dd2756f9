/** What came of a run, as rows of a small figure: one per world and message. */
import type { LiveWorld } from '../../host/client.ts'
import type { AttemptClass } from '../../sim/facts/attempts.ts'
import { journeys } from '../../sim/facts/journeys.ts'
import type { ScenarioFile, Words } from '../../sim/scenarios/scenario.ts'
import type { Instant, Millis } from '../../sim/units.ts'
import { onStage } from '../state/runtime.ts'
import { WHAT_IF } from '../words/page.ts'
import { worldWords } from '../words/world-name.ts'

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

/**
 * Letters in every world, those on the stage first; spam, which takes the same road in all of them,
 * only once. Where there are too many, each world has its share.
 */
export function resultRows(worlds: readonly LiveWorld[], scenario: ScenarioFile): ResultRow[] {
  const shown = onStage(worlds, scenario.stage)
  const beside = worlds.filter((world) => !shown.includes(world))
  const groups = [
    ...shown.map((world, i) => rowsOf(world, worldWords(scenario, world.record.id), i === 0)),
    ...beside.map((world) => rowsOf(world, whatIf(scenario, world.record.id), false)),
  ]
  const isFew = groups.flat().length <= ROWS_MAX
  const share = isFew ? ROWS_MAX : Math.max(1, Math.floor(ROWS_MAX / groups.length))
  return groups.flatMap((rows) => rows.slice(0, share)).slice(0, ROWS_MAX)
}

function rowsOf({ index, record }: LiveWorld, world: Words, withSpam: boolean): ResultRow[] {
  const letters = record.messages.filter(({ kind }) => kind === 'good').length
  return journeys(index, Infinity).flatMap((journey) => {
    const { kind, id, sentAt, subject, recipients } = journey.record
    if (kind === 'dsn' || (kind === 'spam' && !withSpam)) return []
    const which = recipients.length > 1 ? journey.to : letters > 1 ? `“${subject}”` : ''
    return {
      key: `${record.id} ${id} ${journey.to}`,
      name: kind === 'spam' ? same(`“${subject}”`) : both(world, which),
      outcome: journey.outcome,
      took: journey.endedAt === null ? null : journey.endedAt - sentAt,
      sentAt,
      endedAt: journey.endedAt,
      attempts: journey.attempts.map(({ at, class: result }) => ({ at, class: result })),
    }
  })
}

/** It was computed beside what was played. */
function whatIf(scenario: ScenarioFile, id: string): Words {
  const { everyday, technical, protocol } = worldWords(scenario, id)
  return {
    everyday: `${WHAT_IF} ${everyday}`,
    technical: `${WHAT_IF} ${technical}`,
    protocol: `${WHAT_IF} ${protocol}`,
  }
}

const same = (text: string): Words => ({ everyday: text, technical: text, protocol: text })

function both(world: Words, which: string): Words {
  const add = (text: string): string => (which === '' ? text : `${text}: ${which}`)
  return {
    everyday: add(world.everyday),
    technical: add(world.technical),
    protocol: add(world.protocol),
  }
}
