/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'a-day-at-the-mx',
  title: {
    everyday: "A day at the door of Bob's college",
    technical: 'A day at the mail exchanger',
    protocol: 'Ten hours of an MX, mix of 2009',
  },
}
