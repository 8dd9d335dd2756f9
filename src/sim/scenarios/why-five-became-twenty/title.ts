/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'why-five-became-twenty',
  title: {
    everyday: 'Why five minutes became twenty',
    technical: 'Why five became twenty: two clocks',
    protocol: 'Why five became twenty: greylist delay and retry law',
  },
}
