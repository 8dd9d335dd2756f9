/** Worlds with the relay's own letters and with lines that are not always there. */
import type { FactIndex } from '../../src/sim/facts/fact-index.ts'
import type { MailSpec, ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { day } from './day.ts'
import { factsOf } from './invariants.ts'
import { worldFor, type Wanted } from './runs.ts'
import { village } from './village.ts'

export const letter = (at: string, of: Partial<MailSpec> = {}): MailSpec => ({
  ...day(null).mail[0]!,
  at,
  host: 'relay',
  ...of,
})
export const world = (
  mail: readonly MailSpec[],
  settings: Record<string, string>,
): ScenarioFile => ({
  ...village(false),
  mail,
  settings,
})

export function live(scenario: ScenarioFile, wanted: Wanted = {}): FactIndex {
  return worldFor(scenario, 'relayed', wanted).index
}

/** When a host went up and offline, `offline@0 up@30000`. */
export function states(index: FactIndex, id: string): string[] {
  return factsOf(index).flatMap((fact) =>
    fact.kind === 'host' && index.record.hosts[fact.host]?.id === id
      ? [`${fact.state}@${fact.at}`]
      : [],
  )
}

/** When copies came into mailboxes. */
export const arrivals = (index: FactIndex): number[] =>
  factsOf(index).flatMap((fact) => (fact.kind === 'mailbox' ? [fact.at] : []))
