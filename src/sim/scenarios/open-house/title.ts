/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'open-house',
  title: {
    everyday: 'Open house: a post office for everybody',
    technical: 'Open house: an open relay',
    protocol: 'Open relay, listing and delisting',
  },
}
