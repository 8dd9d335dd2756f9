/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'dial-up-era',
  title: {
    everyday: 'When the line was a telephone',
    technical: 'The dial-up era: a queue and two calls a day',
    protocol: 'The dial-up era: batches, ETRN and ATRN',
  },
}
