/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'six-days-of-silence',
  title: {
    everyday: 'Six days of silence',
    technical: 'Six days of silence: giving up',
    protocol: 'Six days of silence: expiry and report',
  },
}
