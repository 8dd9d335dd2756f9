/** Readings of the run for React; made anew when facts have come. */
import { useMemo } from 'react'
import { useLab, useLabShallow } from '../state/store.ts'
import type { Lookup } from '../words/fill-in.ts'
import { lookupIn } from './readings.ts'
import { resultRows, type ResultRow } from './results.ts'

export function useLookup(): Lookup {
  const { worlds, scenario, interventions, level, revision } = useLab(
    useLabShallow(({ worlds, scenario, interventions, level, revision }) => ({
      worlds,
      scenario,
      interventions,
      level,
      revision,
    })),
  )
  return useMemo(
    () => lookupIn({ worlds, scenario, interventions, level }),
    // oxlint-disable-next-line react/exhaustive-deps -- worlds grow in place; the revision says so
    [worlds, scenario, interventions, level, revision],
  )
}

export function useResults(): ResultRow[] {
  const worlds = useLab((s) => s.worlds)
  const scenario = useLab((s) => s.scenario)
  const revision = useLab((s) => s.revision)
  // oxlint-disable-next-line react/exhaustive-deps -- as above
  return useMemo(() => resultRows(worlds, scenario), [worlds, scenario, revision])
}
