/** Perfect days with something changed, for tests of mechanisms. */
import type { DnsRecord } from '../../src/sim/mail/dns/record.ts'
import type { MessageRow } from '../../src/sim/report.ts'
import type { ScenarioFile, ZoneSpec } from '../../src/sim/scenarios/scenario.ts'
import { scenarioOf } from './runs.ts'

/** Address of the living exchanger. */
export const MX = '192.0.2.130'
export const mx = (preference: number, exchange: string): DnsRecord => ({
  type: 'MX',
  preference,
  exchange,
})
export const a = (address: string): DnsRecord => ({ type: 'A', address })

/** The perfect day with other records for Bob's domain, or another letter. */
export function day(
  names: ZoneSpec['names'] | 'SERVFAIL' | null,
  letter: Partial<ScenarioFile['mail'][number]> = {},
): ScenarioFile {
  const base = scenarioOf('two-roads')
  const others = base.zones.filter((zone) => zone.origin !== 'college.example')
  const zone = { origin: 'college.example', ttl: '1 h', negativeTtl: '60 s' }
  const own: ZoneSpec[] =
    names === 'SERVFAIL'
      ? [{ ...zone, failure: 'SERVFAIL', names: {} }]
      : names === null
        ? base.zones.filter((one) => one.origin === 'college.example')
        : [{ ...zone, names }]
  return { ...base, zones: [...others, ...own], mail: [{ ...base.mail[0]!, ...letter }] }
}

/** `good delivered 250 2.0.0 | dsn …`: kind, outcome and the replies of every try. */
export const outcome = (rows: readonly MessageRow[]): string =>
  rows
    .map((row) => `${row.kind} ${row.outcome} ${row.attempts.map((one) => one.reply).join(', ')}`)
    .join(' | ')
