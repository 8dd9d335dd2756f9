/**
 * The crowd of this scenario: mail servers elsewhere that all have a letter for Bob's college. Nothing
 * tells them apart but their name, and how far away they are.
 */
import { BOB } from '../school.ts'
import type { HostSpec, LinkSpec, MailSpec } from '../scenario.ts'
import { same } from '../words.ts'

/** With the school's own server there are two dozen. */
const OFFICES = 23
const ELSEWHERE = same('Other providers')

const NUMBERS: readonly number[] = Array.from({ length: OFFICES }, (_, i) => i + 1)

/** The first one stands for all of them on the map. */
const idOf = (n: number): string => (n === 1 ? 'others' : `others-${n}`)

/** Ids of all servers that keep mail, the school's own first. */
const POST_OFFICES: readonly string[] = ['relay', ...NUMBERS.map(idOf)]

export const OTHERS: readonly HostSpec[] = NUMBERS.map((n) => ({
  id: idOf(n),
  kind: 'submission',
  name: `smtp.town-${n}.example`,
  label: {
    everyday: `${OFFICES} other post offices`,
    technical: `${OFFICES} other mail servers`,
    protocol: `smtp.town-1.example to smtp.town-${OFFICES}.example`,
  },
  admd: ELSEWHERE,
  addresses: [`198.51.100.${100 + n}`],
  domains: [`town-${n}.example`],
  mailboxes: ['office'],
  ...(n === 1 ? {} : { crowd: 'others' }),
}))

/** From 11 to 39 ms away, with no order in it. */
export const OTHER_LINKS: readonly LinkSpec[] = NUMBERS.map((n) => ({
  between: [idOf(n), 'mx'],
  delay: `${10 + ((n * 7) % 30)} ms`,
}))

/** One letter each, all at one moment: what is sent by the clock is sent at the full hour. */
export const LETTERS: readonly MailSpec[] = NUMBERS.map((n) => ({
  at: '0 s',
  host: idOf(n),
  kind: 'good',
  from: `office@town-${n}.example`,
  to: [BOB],
  subject: 'The morning news',
  body: 'The news of the day, with a picture, as every morning at nine.',
  octets: 60_000,
}))

/** The same options for every post office. */
export function forAll(settings: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    POST_OFFICES.flatMap((id) =>
      Object.entries(settings).map(([path, value]) => [`${id}.${path}`, value]),
    ),
  )
}
