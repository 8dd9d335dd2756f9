/**
 * Infected PCs that get their line from the same company as Alice. They stand on the map as one, and
 * each has a few letters for Bob in the first ten minutes.
 */
import { ALICE, BOB, DANA } from '../school.ts'
import type { HostSpec, LinkSpec, TrafficSpec } from '../scenario.ts'
import { same } from '../words.ts'

const PCS = 6
const LETTERS_EACH = 8
const NUMBERS: readonly number[] = Array.from({ length: PCS }, (_, i) => i + 1)
const NEIGHBOURS = same('Other customers')

const idOf = (n: number): string => (n === 1 ? 'bot' : `bot-${n}`)

export const BOTS: readonly HostSpec[] = NUMBERS.map((n) => ({
  id: idOf(n),
  kind: 'bot',
  name: `pc-${n}.home.example`,
  label: {
    everyday: 'Infected PCs of neighbours',
    technical: `${PCS} spam bots at the same ISP`,
    protocol: `pc-1 to pc-${PCS}.home.example`,
  },
  admd: NEIGHBOURS,
  addresses: [`203.0.113.${60 + n}`],
  // Whose password they have, where they have one.
  account: ALICE,
  ...(n === 1 ? {} : { crowd: 'bot' }),
}))

export const BOTS_LINKS: readonly LinkSpec[] = NUMBERS.flatMap((n) => [
  { between: [idOf(n), 'mx'], delay: `${30 + 3 * n} ms` },
  { between: [idOf(n), 'dns'], delay: '10 ms' },
])

export const SPAM: readonly TrafficSpec[] = NUMBERS.map((n) => ({
  id: `spam-of-${n}`,
  host: idOf(n),
  kind: 'spam',
  count: LETTERS_EACH,
  begins: '5 s',
  ends: '10 min',
  from: 'winner{n}@prizes.example',
  to: [BOB, DANA],
  letters: [
    { subject: 'You have won', body: 'Claim your prize today.' },
    { subject: 'Last reminder', body: 'Your prize will be given to somebody else.' },
  ],
}))

/** The same options for every infected PC. */
export function forBots(settings: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    NUMBERS.flatMap((n) =>
      Object.entries(settings).map(([path, value]) => [`${idOf(n)}.${path}`, value]),
    ),
  )
}
