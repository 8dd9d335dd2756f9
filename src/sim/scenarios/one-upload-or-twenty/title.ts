/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'one-upload-or-twenty',
  title: {
    everyday: 'One upload or twenty',
    technical: 'One upload or twenty: who makes the copies?',
    protocol: 'One upload or twenty: where a message fans out',
  },
}
