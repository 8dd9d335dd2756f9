/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'port-25-is-closed',
  title: {
    everyday: 'The road out is closed',
    technical: 'Port 25 is closed',
    protocol: 'Outbound port 25 is closed',
  },
}
