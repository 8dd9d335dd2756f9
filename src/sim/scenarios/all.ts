/** All built-in scenarios at once, for the command line and for tests; the page fetches single ones. */
import { CATALOGUE } from './index.ts'
import type { ScenarioFile } from './scenario.ts'

export const SCENARIOS: readonly ScenarioFile[] = await Promise.all(
  CATALOGUE.map(({ load }) => load()),
)
