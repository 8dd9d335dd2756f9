/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: '250-means-mine',
  title: {
    everyday: 'A receipt gets lost',
    technical: 'A receipt gets lost: one message, two copies',
    protocol: '250 means mine: a lost acknowledgement',
  },
}
