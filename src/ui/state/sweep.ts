/**
 * The sweep of the scenario on the stage: asked for as long as somebody looks at it, and kept, so
 * that looking away and back costs nothing.
 */
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { SweepPoint } from '../../lab/sweep.ts'
import type { Intervention } from '../../sim/run.ts'
import type { ScenarioFile } from '../../sim/scenarios/scenario.ts'
import { runtime } from './runtime.ts'
import { useLab } from './store.ts'

interface SweepState {
  /** What the points are of; see `questionOf`. */
  readonly scenario: ScenarioFile | null
  readonly question: string
  /** Complete ones, in the order of the values. */
  readonly points: readonly SweepPoint[]
  readonly done: boolean
}

const EMPTY: SweepState = { scenario: null, question: '', points: [], done: false }

const sweepStore = createStore<SweepState>(() => EMPTY)

/** What of the interventions a sweep depends on: not the road, and not the swept option itself. */
function sweptUnder(list: readonly Intervention[], path: string): Intervention[] {
  return list.filter(({ act }) => act.kind !== 'road' && (act.kind !== 'set' || act.path !== path))
}

/** The points so far. While a component that uses this is on the page, more are on their way. */
export function useSweep(): SweepState {
  const scenario = useLab((s) => s.scenario)
  const interventions = useLab((s) => s.interventions)
  const failure = useLab((s) => s.failure)
  const known = useStore(sweepStore)
  const { sweep: spec } = scenario
  // As text, so that a value that is chosen anew does not ask the same question again.
  const question = useMemo(
    () => JSON.stringify(sweptUnder(interventions, spec?.path ?? '')),
    [interventions, spec],
  )
  useEffect(() => {
    if (spec === undefined || failure !== null) return
    const before = sweepStore.getState()
    const same = before.scenario === scenario && before.question === question
    if (same && before.done) return
    if (!same) sweepStore.setState({ scenario, question, points: [], done: false })
    const under = JSON.parse(question) as Intervention[]
    // The seed is the sweep's own: one from 1 to n after the other.
    const run = { scenario, seed: scenario.seed, interventions: under }
    return runtime.sweep(run, spec, (points, done) => {
      const shown = sweepStore.getState().points
      // Asked a second time, it comes out the same: what is shown stays until there is more.
      if (points.length >= shown.length) sweepStore.setState({ points, done })
    })
  }, [scenario, spec, question, failure])
  return known.scenario === scenario && known.question === question ? known : EMPTY
}
