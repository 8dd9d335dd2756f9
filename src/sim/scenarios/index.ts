/** The built-in scenarios, in the order in which they are offered. The first one opens the page. */
import type { ScenarioFile } from './scenario.ts'
import { theLidCloses } from './the-lid-closes/scenario.ts'
import { tryAgainLater } from './try-again-later/scenario.ts'
import { twoRoads } from './two-roads/scenario.ts'

export const SCENARIOS: readonly ScenarioFile[] = [theLidCloses, twoRoads, tryAgainLater]
