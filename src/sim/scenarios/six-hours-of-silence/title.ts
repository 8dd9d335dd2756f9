/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'six-hours-of-silence',
  title: {
    everyday: 'Six hours of silence',
    technical: 'Six hours of silence: back-off',
    protocol: 'Six hours of silence: the retry strategy',
  },
}
