/** Opens scenarios, which may have to be fetched first. */
import { roadOf, type Intervention, type Road } from '../../sim/run.ts'
import type { ScenarioEntry } from '../../sim/scenarios/index.ts'
import type { ScenarioFile } from '../../sim/scenarios/scenario.ts'
import { LINK_PROBLEMS } from '../words/page.ts'
import { withRoad } from './acts.ts'
import { readCard } from './link.ts'
import { playhead, runtime } from './runtime.ts'
import { entryOf, fetchScenario, scenarioHere } from './scenarios.ts'
import { labStore } from './store.ts'

type Interventions = readonly Intervention[]

export interface OpenOptions {
  readonly seed?: number
  /**
   * What was done; as a function where only the scenario can say what can be done in it, which
   * answers null when some of it cannot.
   */
  readonly interventions?: Interventions | ((of: ScenarioFile) => Promise<Interventions | null>)
  readonly road?: Road
  readonly bet?: string
  /** What a link says of a hidden policy; see `link.ts`. */
  readonly card?: string
  readonly handedIn?: boolean
  /** Plays at once. */
  readonly play?: boolean
}

/**
 * What came of opening a scenario. `unknown`: there is none of that id; `acts`: not all that was to
 * be done can be done in it; `away`: it could not be fetched; `overtaken`: another one was asked for
 * in the meantime. In all of these cases what is open stays open.
 */
export type Opened = 'open' | 'unknown' | 'acts' | 'away' | 'overtaken'

/** The words of a scenario may name options; those of the first one do only after the run. */
export async function fetchOptions(): Promise<void> {
  const { optionLookupIn } = await import('../story/option-text.ts')
  labStore.setState({ optionLookupIn })
}

/** Counts what has been asked for, so that a later wish wins over one that is still on its way. */
const wishes = { count: 0 }

/** Opens a scenario at its beginning: at once when it is here already, else when it has come. */
export async function openScenario(id: string, options: OpenOptions = {}): Promise<Opened> {
  const entry = entryOf(id)
  if (entry === null) return 'unknown'
  wishes.count += 1
  const { interventions = [] } = options
  const scenario = scenarioHere(id)
  if (scenario === null || typeof interventions === 'function') return openLater(entry, options)
  show(scenario, interventions, options)
  return 'open'
}

async function openLater(entry: ScenarioEntry, options: OpenOptions): Promise<Opened> {
  const mine = wishes.count
  labStore.setState({ coming: entry.id })
  const came = await prepare(entry, options)
  if (mine !== wishes.count) return 'overtaken'
  labStore.setState({ coming: null })
  if (came === null) {
    labStore.setState({ linkProblem: LINK_PROBLEMS.away })
    return 'away'
  }
  if (came.interventions === null) return 'acts'
  show(came.scenario, came.interventions, options)
  return 'open'
}

interface Prepared {
  readonly scenario: ScenarioFile
  readonly interventions: Interventions | null
}

/** Null when what it takes could not be fetched. */
async function prepare(
  entry: ScenarioEntry,
  { interventions = [] }: OpenOptions,
): Promise<Prepared | null> {
  try {
    const [scenario] = await Promise.all([fetchScenario(entry), fetchOptions()])
    const given = typeof interventions === 'function' ? interventions(scenario) : interventions
    return { scenario, interventions: await given }
  } catch {
    return null
  }
}

/** Loads a run into the client, from its beginning. */
function show(scenario: ScenarioFile, given: Interventions, options: OpenOptions): void {
  const { seed = scenario.seed, bet = null, card = '', handedIn = false } = options
  // A riddle is about one receiver: its probes are sent straight, and there is one world to look at.
  const road = scenario.mystery === undefined ? options.road : 'direct'
  const interventions = road === undefined ? given : withRoad(given, road)
  playhead.pause()
  labStore.setState({
    scenario,
    coming: null,
    seed,
    interventions,
    road: roadOf({ scenario, seed, interventions }),
    bet,
    selection: null,
    hovered: null,
    started: false,
    finished: false,
    page: 0,
    card: readCard(scenario, card),
    handedIn: handedIn && scenario.mystery !== undefined,
  })
  runtime.load({ scenario, seed, interventions }, 0)
  runtime.showEmpty()
  if (options.play === true) playhead.play()
}
