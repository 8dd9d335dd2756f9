/**
 * Words in braces that name an option: its value in the run, known before anything has happened. What
 * options there are is fetched behind the first picture, or with the scenario whose words need it.
 */
import { useLab } from '../state/store.ts'
import type { Lookup } from '../words/fill-in.ts'

/** For what is read before the run: questions, bets, what to watch. */
export function useOptionLookup(): Lookup {
  const scenario = useLab((s) => s.scenario)
  const interventions = useLab((s) => s.interventions)
  const optionLookupIn = useLab((s) => s.optionLookupIn)
  return optionLookupIn?.(scenario, interventions) ?? NOTHING_YET
}

const NOTHING_YET: Lookup = () => null
