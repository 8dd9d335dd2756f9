/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'home-then-cafe',
  title: {
    everyday: 'At home, then in a café',
    technical: 'At home, then in a café: another address',
    protocol: 'Home, then café: another client address',
  },
}
