/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'wrong-address',
  title: {
    everyday: 'A wrong address',
    technical: 'A wrong address: refusal or bounce?',
    protocol: 'A wrong address: a reply or a report',
  },
}
