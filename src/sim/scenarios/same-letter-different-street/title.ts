/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'same-letter-different-street',
  title: {
    everyday: 'Same letter, different street',
    technical: 'Same letter, different street: who dials?',
    protocol: 'Same content, different clients',
  },
}
