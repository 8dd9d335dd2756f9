/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'retry-storm',
  title: {
    everyday: 'All at one door',
    technical: 'All at one door: the retry storm',
    protocol: 'The retry storm: fixed and growing intervals',
  },
}
