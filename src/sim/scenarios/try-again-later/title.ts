/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'try-again-later',
  title: {
    everyday: 'Try again later',
    technical: 'Try again later: greylisting',
    protocol: 'Try again later: a temporary refusal as a test',
  },
}
