/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'mystery-mx',
  title: {
    everyday: 'The secretive mail server',
    technical: 'Mystery MX: twelve probes, eight checks',
    protocol: 'Mystery MX: inferring a policy from replies',
  },
}
