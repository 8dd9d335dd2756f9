/** What this scenario is called, for lists: read before the scenario itself is fetched. */
import type { ScenarioTitle } from '../scenario.ts'

export const TITLE: ScenarioTitle = {
  id: 'the-lid-closes',
  prologue: 'two-roads',
  title: {
    everyday: 'The lid closes',
    technical: 'The lid closes: who keeps trying?',
    protocol: 'The lid closes: queueing and responsibility',
  },
}
