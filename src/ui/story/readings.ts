/** What words in braces are filled with: readings of the run, and the options it was run under. */
import type { LiveWorld } from '../../host/client.ts'
import { readingText } from '../../sim/facts/metrics.ts'
import type { Intervention } from '../../sim/run.ts'
import type { Level, ScenarioFile } from '../../sim/scenarios/scenario.ts'
import type { Lookup } from '../words/fill-in.ts'
import { OUTCOMES } from '../words/page.ts'
import { OPTION, optionLookupIn } from './option-text.ts'

interface Source {
  readonly worlds: readonly LiveWorld[]
  readonly scenario: ScenarioFile
  readonly interventions: readonly Intervention[]
  readonly level: Level
}

/** Readings of the whole run: the explanation opens only when it is over. */
export function lookupIn({ worlds, scenario, interventions, level }: Source): Lookup {
  const indexes = worlds.map(({ index }) => index)
  const options = optionLookupIn(scenario, interventions)
  return (path) => {
    if (path.startsWith(OPTION)) return options(path)
    const text = readingText(indexes, path, Infinity)
    return text !== null && path.endsWith('.outcome') ? (OUTCOMES[text]?.[level] ?? text) : text
  }
}
