/** Which interventions count as something that a person did: all but the choice of the road. */
import type { Intervention } from '../../sim/run.ts'

export function actsMade(interventions: readonly Intervention[]): Intervention[] {
  return interventions.filter(({ act }) => act.kind !== 'road')
}
