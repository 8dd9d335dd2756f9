/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'a-server-at-home',
  title: {
    everyday: 'A post office at home',
    technical: 'A mail server at home',
    protocol: 'An MTA at home',
  },
}
