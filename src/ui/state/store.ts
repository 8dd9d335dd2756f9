/** The one store of the page. Read it with `useLab`; only `actions.ts` writes to it. */
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { OPENING } from '../../sim/scenarios/index.ts'
import type { LabState } from './lab-store.ts'

export const labStore: StoreApi<LabState> = createStore(() => ({
  scenario: OPENING,
  coming: null,
  seed: OPENING.seed,
  interventions: [],
  worlds: [],
  revision: 0,
  done: false,
  optionLookupIn: null,
  horizon: 0,
  failure: null,
  linkProblem: null,
  cursor: 0,
  playing: false,
  started: false,
  finished: false,
  road: 'both',
  bet: null,
  level: 'everyday',
  selection: null,
  hovered: null,
  presenting: false,
  page: 0,
  theme: 'system',
  verbosity: 'brief',
  speed: 1,
  shortcuts: true,
  card: {},
  handedIn: false,
}))

/** Selects from the store; the component renders again when the selected value changes. */
export const useLab = <T>(selector: (state: LabState) => T): T => useStore(labStore, selector)

export { useShallow as useLabShallow }
