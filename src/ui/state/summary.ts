/**
 * The rows of the summary: one scenario after the other, in a host of its own, so that stopping it
 * stops nothing else. What has been computed is kept: it would come out the same.
 */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Host } from '../../host/client.ts'
import type { Response } from '../../host/protocol.ts'
import type { SummaryRow } from '../../lab/summary.ts'
import { CATALOGUE } from '../../sim/scenarios/index.ts'
import { REASON_IDS } from '../../sim/scenarios/reasons.ts'
import type { ScenarioFile } from '../../sim/scenarios/scenario.ts'
import { runtime } from './runtime.ts'
import { fetchScenario } from './scenarios.ts'

interface SummaryState {
  /** Those that show a reason, in the order of the reasons; as far as they have been fetched. */
  readonly scenarios: readonly ScenarioFile[]
  /** Scenarios that could not be fetched. */
  readonly away: number
  /** By id of the scenario. */
  readonly rows: ReadonlyMap<string, SummaryRow>
  /** Id of the scenario that is being run; null while none is. */
  readonly doing: string | null
  /** It goes on by itself. */
  readonly running: boolean
  /** What has gone wrong; null if nothing. */
  readonly problem: string | null
}

const EMPTY: SummaryState = {
  scenarios: [],
  away: 0,
  rows: new Map(),
  doing: null,
  running: false,
  problem: null,
}

const summaryStore = createStore<SummaryState>(() => EMPTY)

export const useSummary = (): SummaryState => useStore(summaryStore)

/** What is at work. Whatever comes from a host that is not this one any more is dropped. */
const work: { host: Host | null; turn: number } = { host: null, turn: 0 }

/** Fetches what is missing, and computes row after row until all are there or somebody stops it. */
export async function startSummary(): Promise<void> {
  if (summaryStore.getState().running) return
  const turn = ++work.turn
  summaryStore.setState({ running: true, problem: null })
  const fetched = await Promise.all(
    CATALOGUE.map((entry) => fetchScenario(entry).catch(() => null)),
  )
  if (turn !== work.turn) return
  const here = fetched.filter((one) => one !== null)
  const scenarios = REASON_IDS.flatMap((id) => here.filter(({ shows }) => shows?.reason === id))
  summaryStore.setState({ scenarios, away: fetched.length - here.length })
  next(turn)
}

/** Stops at once; the rows that are there stay. */
export function stopSummary(): void {
  work.turn++
  work.host?.close()
  work.host = null
  summaryStore.setState({ running: false, doing: null })
}

function next(turn: number): void {
  const { scenarios, rows } = summaryStore.getState()
  const scenario = scenarios.find(({ id }) => !rows.has(id))
  if (scenario === undefined) return stopSummary()
  work.host ??= connected(turn)
  summaryStore.setState({ doing: scenario.id })
  work.host.send({ type: 'summary', revision: turn, scenario })
}

function connected(turn: number): Host {
  const host = runtime.newHost()
  const fail = (problem: string): void => {
    if (turn !== work.turn) return
    stopSummary()
    summaryStore.setState({ problem })
  }
  const receive = (response: Response): void => {
    if (turn !== work.turn) return
    if (response.type === 'fault') fail(response.message)
    if (response.type !== 'summary') return
    const rows = new Map(summaryStore.getState().rows)
    summaryStore.setState({ rows: rows.set(response.row.scenario, response.row) })
    next(turn)
  }
  host.listen(receive, fail)
  return host
}
