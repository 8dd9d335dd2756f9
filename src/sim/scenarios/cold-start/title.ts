/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'cold-start',
  title: {
    everyday: 'Nobody knows the new post office',
    technical: 'Cold start of a new address',
    protocol: 'Client without history: allowance and warm-up',
  },
}
