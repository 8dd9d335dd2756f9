/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'reverse-lookup',
  title: {
    everyday: 'The name on the door',
    technical: 'Reverse lookup: a name for the address',
    protocol: 'Reverse lookup: PTR and its confirmation',
  },
}
