/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'one-bad-room-mate',
  title: {
    everyday: 'One bad room-mate',
    technical: 'One bad room-mate: a stolen account',
    protocol: 'Quota per account at a shared MSA',
  },
}
