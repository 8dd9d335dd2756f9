/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'spammers-learn-to-wait',
  title: {
    everyday: 'The spammers learn to wait',
    technical: 'Bots learn to retry',
    protocol: 'Greylisting against clients that retry',
  },
}
