import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkHost, type DnsAnswer, type SpfNode } from '../../../../src/sim/mail/spf/check-host.ts'
import { a, aaaa, cname, mx, ptr, txt } from '../dns/zones.ts'

const names = ['a.test', 'b.test', 'c.test', '1.2.0.192.in-addr.arpa', 'x..y', 'test', '.']
const name = fc.constantFrom(...names)
const macro = fc.constantFrom(
  '%{d}',
  '%{l1r-}.a.test',
  '%{p}',
  '%{ir}.%{v}.test',
  '%{H}',
  '%%',
  '%',
  '%{x}',
  'b.test.',
)
const domain = fc.oneof(name, macro)
const term = fc.oneof(
  fc.constantFrom('all', '-all', '~all', 'a', 'mx', 'ptr', 'a/24//64', 'mx/0', 'ip6:::/0', 'x=y'),
  fc
    .tuple(
      fc.constantFrom('', '-', '~', '?'),
      fc.constantFrom('a:', 'mx:', 'ptr:', 'exists:', 'include:', 'redirect=', 'exp='),
      domain,
    )
    .map((parts) => parts.join('')),
  fc.string({ maxLength: 12, unit: 'binary' }),
)
const record = fc
  .oneof({ weight: 4, arbitrary: fc.array(term, { maxLength: 14 }) }, fc.constant(['nonsense']))
  .map((terms) => txt(`v=spf1 ${terms.join(' ')}`))

const anything = fc.oneof(
  record,
  name.map(cname),
  name.map(ptr),
  name.map((each) => mx(1, each)),
  fc.constantFrom(a('192.0.2.1'), aaaa('2001:db8::1'), a('nonsense'), txt('text %{p}')),
  fc.anything(),
)
const answer = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      rcode: fc.constantFrom('NOERROR', 'NOERROR', 'NOERROR', 'NXDOMAIN', 'SERVFAIL', 'TIMEOUT'),
      records: fc.array(anything, { maxLength: 13 }),
    }),
  },
  { weight: 1, arbitrary: fc.anything() },
)
const world = fc.array(fc.tuple(name, fc.constantFrom('A', 'MX', 'TXT', 'PTR', 'AAAA'), answer), {
  maxLength: 16,
})
const text = fc.oneof(name, fc.constantFrom('u@a.test', '@b.test', '192.0.2.1'), fc.string())
const query = fc.record({
  ip: fc.oneof(fc.constantFrom('192.0.2.1', '2001:db8::1', '::ffff:192.0.2.1'), text),
  helo: text,
  mailFrom: fc.oneof(fc.constantFrom('u@a.test', 'v@b.test', ''), text),
})

function nodes(node: SpfNode): SpfNode[] {
  const below = node.lines.map(({ child }) => child).filter((child) => child !== null)
  return [node, ...below.flatMap(nodes)]
}

const results = /^(?:none|neutral|pass|fail|softfail|temperror|permerror)$/

describe('whatever is published and said', () => {
  it('a check ends within its limits and says how it came about', () => {
    fc.assert(
      fc.property(world, query, fc.array(record), (answers, asked, records) => {
        const known = new Map(answers.map(([owner, type, given]) => [`${owner} ${type}`, given]))
        known.set('a.test TXT', known.get('a.test TXT') ?? { rcode: 'NOERROR', records })
        let questions = 0
        const came = checkHost(asked, (owner, type) => {
          questions++
          const given = known.get(`${owner} ${type}`) ?? { rcode: 'NXDOMAIN', records: [] }
          return given as DnsAnswer
        })
        expect(came.result).toMatch(results)
        expect(came.result).toBe(came.evaluation.result)
        expect(came.lookups).toBeLessThanOrEqual(10)
        expect(came.voidLookups).toBeLessThanOrEqual(3)
        expect(came.voidLookups <= 2 || came.result === 'permerror').toBe(true)
        expect(came.explanation ?? '').toMatch(/^[ -~]*$/)
        const all = nodes(came.evaluation)
        const noted = all.flatMap((node) => [node, ...node.lines]).flatMap((each) => each.questions)
        expect(noted).toHaveLength(questions)
        expect(questions).toBeLessThan(1000)
        for (const { lines, result } of all) {
          const deciding = lines.filter((line) => line.decides)
          expect(deciding.length).toBeLessThanOrEqual(1)
          expect(deciding.length).toBeGreaterThanOrEqual(/pass|fail/.test(result) ? 1 : 0)
        }
        expect(JSON.parse(JSON.stringify(came))).toEqual(came)
      }),
      { numRuns: 400 },
    )
  })
})
