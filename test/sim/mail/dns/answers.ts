import fc from 'fast-check'
import type { DnsAnswer } from '../../../../src/sim/mail/dns/answer.ts'
import type { Ask, Question } from '../../../../src/sim/mail/dns/asking.ts'
import type { DnsRecord } from '../../../../src/sim/mail/dns/record.ts'
import { a, aaaa, cname, mx, ptr, txt } from './zones.ts'

/** `SERVFAIL` or `TIMEOUT`, or the records at a name; what is not in the table does not exist. */
export type Answers = Readonly<Record<string, readonly DnsRecord[] | 'SERVFAIL' | 'TIMEOUT'>>

/** Answers out of a table; a key may say the type, `example.org TXT`. */
export function answering(table: Answers): Ask {
  return (name, type): DnsAnswer => {
    const at = table[`${name} ${type}`] ?? table[name]
    if (at === undefined) return { rcode: 'NXDOMAIN', records: [] }
    if (typeof at === 'string') return { rcode: at, records: [] }
    return { rcode: 'NOERROR', records: at.filter((record) => record.type === type) }
  }
}

/** `name TYPE`, one for each question. */
export const askedFor = (questions: readonly Question[]): string[] =>
  questions.map(({ name, type }) => `${name} ${type}`)

const record = fc.oneof(
  fc.string().map(a),
  fc.ipV4().map(a),
  fc.string().map(aaaa),
  fc.string().map(ptr),
  fc.string().map(cname),
  fc.array(fc.string(), { maxLength: 3 }).map((strings) => txt(...strings)),
  fc.string().map((exchange) => mx(0, exchange)),
)

/** Any answer, also ones that no server would give. */
export const anyAnswer: fc.Arbitrary<DnsAnswer> = fc.record({
  rcode: fc.constantFrom('NOERROR', 'NXDOMAIN', 'SERVFAIL', 'TIMEOUT'),
  records: fc.array(record, { maxLength: 4 }),
})
