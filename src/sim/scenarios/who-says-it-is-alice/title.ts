/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'who-says-it-is-alice',
  title: {
    everyday: 'Who says that it is from Alice?',
    technical: 'Who says it is Alice? SPF, DKIM, DMARC',
    protocol: 'SPF, DKIM and alignment under p=reject',
  },
}
