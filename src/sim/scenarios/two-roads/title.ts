/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'two-roads',
  title: {
    everyday: 'Two roads on a perfect day',
    technical: 'Two roads: direct and relayed',
    protocol: 'Two roads: one transaction or two',
  },
}
