/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'backup-mx',
  title: {
    everyday: 'The neighbour takes it in',
    technical: 'The neighbour takes it in: a backup MX',
    protocol: 'Backup MX: a queue on the side of the receiver',
  },
}
