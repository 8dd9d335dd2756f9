/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'reject-or-bounce',
  title: {
    everyday: 'Say no at the door, or send it back?',
    technical: 'Reject or bounce?',
    protocol: 'Reject at RCPT, or accept and bounce',
  },
}
