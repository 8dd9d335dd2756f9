/**
 * A row of the summary: a scenario's worlds, run to their end under its own seed and settings, and what
 * came of it on both roads. Nothing in it is written down beforehand but which readings to take.
 */
import { assert } from '../sim/assert.ts'
import { judge } from '../sim/conditions.ts'
import { FactIndex } from '../sim/facts/fact-index.ts'
import { journeyReading, type JourneyReading } from '../sim/facts/journeys.ts'
import { readingText } from '../sim/facts/metrics.ts'
import { recordOf } from '../sim/record.ts'
import { worldsOf, type Run, type WorldPlan } from '../sim/run.ts'
import type { ReasonId } from '../sim/scenarios/reasons.ts'
import type { ScenarioFile, ShowsSpec } from '../sim/scenarios/scenario.ts'
import { Simulation } from '../sim/simulation.ts'

/** What came of a letter, or of the worst of several. */
export type ShownOutcome = JourneyReading['outcome']

/** What a road gave. */
export interface RoadResult {
  /** Id of the world that was read: the road itself, or a variant on it. */
  readonly world: string
  /**
   * Of the letters that the reading is about; null where there are none. A failure is not hidden by
   * those who were luckier.
   */
  readonly outcome: ShownOutcome | null
  /** How many of them, counted by recipient, were delivered. */
  readonly delivered: number
  readonly of: number
  /** The reading as people read it; null where there is none, or it is the outcome itself. */
  readonly reading: string | null
}

export interface SummaryRow {
  readonly scenario: string
  readonly reason: ReasonId
  readonly seed: number
  readonly direct: RoadResult
  readonly relayed: RoadResult
  /** Of the scenario's checks. */
  readonly checks: { readonly hold: number; readonly of: number }
}

/** The computation of one row, in steps: whoever drives it may look elsewhere in between, or stop. */
export class Summary {
  /** The row, once all worlds are over. */
  row: SummaryRow | null = null
  readonly #run: Run
  readonly #shows: ShowsSpec
  readonly #plans: readonly WorldPlan[]
  readonly #worlds: FactIndex[] = []
  #current: Simulation | null = null

  constructor(scenario: ScenarioFile, seed = scenario.seed) {
    assert(scenario.shows !== undefined, `${scenario.id} shows no reason`)
    this.#shows = scenario.shows
    this.#run = { scenario, seed, interventions: [] }
    this.#plans = worldsOf(scenario, 'both')
  }

  get done(): boolean {
    return this.row !== null
  }

  /**
   * Goes on with one world: to its end, or for so many events.
   * @returns events that have been handled
   */
  step(budget = Infinity): number {
    const plan = this.#plans[this.#worlds.length]
    if (plan === undefined) return 0
    const simulation = (this.#current ??= new Simulation(this.#run, plan))
    const before = simulation.events
    simulation.run(Infinity, budget)
    if (simulation.ended) {
      this.#current = null
      this.#worlds.push(new FactIndex(recordOf(this.#run, simulation)))
      if (this.#worlds.length === this.#plans.length) this.row = this.#conclude(this.#shows)
    }
    return simulation.events - before
  }

  #conclude({ reason, direct, relayed }: ShowsSpec): SummaryRow {
    const { scenario, seed } = this.#run
    const checks = scenario.checks.map((check) => judge(check, this.#worlds, []))
    return {
      scenario: scenario.id,
      reason,
      seed,
      direct: resultOf(this.#worlds, direct),
      relayed: resultOf(this.#worlds, relayed),
      checks: { hold: checks.filter(({ holds }) => holds === true).length, of: checks.length },
    }
  }
}

/** The whole row at once. */
export function summaryRow(scenario: ScenarioFile, seed?: number): SummaryRow {
  const summary = new Summary(scenario, seed)
  while (summary.row === null) summary.step()
  return summary.row
}

function resultOf(worlds: readonly FactIndex[], path: string): RoadResult {
  const [world = '', of = '', what = ''] = path.split('.')
  const index = worlds.find(({ record }) => record.id === world)
  assert(index !== undefined, `no world ${world}`)
  const letters = lettersOf(index, of)
  return {
    world,
    outcome: worstOf(letters),
    delivered: letters.filter(({ outcome }) => outcome === 'delivered').length,
    of: letters.length,
    reading: what === 'outcome' ? null : readingText(worlds, path, Infinity),
  }
}

/** The message that is named; where none is (`all`, a host), all mail that somebody wants. */
function lettersOf(index: FactIndex, of: string): JourneyReading[] {
  const isWanted = of === 'all' || of.startsWith('@')
  return index.record.messages.flatMap(({ id, kind, recipients }, message) =>
    (isWanted ? kind === 'good' : id === of)
      ? recipients.flatMap((_, to) => journeyReading(index, message, to, Infinity) ?? [])
      : [],
  )
}

function worstOf(letters: readonly JourneyReading[]): ShownOutcome | null {
  if (letters.length === 0) return null
  const outcomes = letters.map(({ outcome }) => outcome)
  const failure = outcomes.find((one) => one !== 'delivered' && one !== 'queued')
  return failure ?? (outcomes.includes('queued') ? 'queued' : 'delivered')
}
