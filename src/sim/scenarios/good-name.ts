/**
 * How a server comes by a good name, and a letter for which it needs one: scenarios about reputation
 * share these. Bob's server counts letters per address; five make a reputation here, which is far fewer
 * than a real receiver wants to see.
 */
import { BOB, DANA } from './school.ts'
import type { MailSpec, TrafficSpec } from './scenario.ts'

/** A friend's letter with words that spam is fond of, too: it needs somebody who is trusted. */
const TICKETS = {
  subject: 'Two free tickets',
  body: 'Dear Bob, I am a winner! Click here for the concert: https://tickets.example/ Alice',
} as const

/** The school's server brings a few of Carol's letters, in the first fifty minutes. */
export const CAROLS_MORNING: TrafficSpec = {
  id: 'carol',
  host: 'relay',
  kind: 'good',
  count: 6,
  begins: '0 s',
  ends: '50 min',
  firstAtOnce: true,
  from: 'carol@school.example',
  to: [BOB, DANA],
  letters: [
    { subject: 'The excursion', body: 'The train leaves at eight. Carol' },
    { subject: 'The choir', body: 'We sing on Thursday as always. Carol' },
    { subject: 'Lost and found', body: 'Whose umbrella is this? Carol' },
  ],
}

/** Alice's letter about the tickets. */
export const ticketsAt = (at: string, host: string, from: string): MailSpec => ({
  at,
  host,
  kind: 'good',
  from,
  to: [BOB],
  ...TICKETS,
})

/** A receiver that adds up points: for words, and for the name of who brings them. */
export const ADDS_UP_POINTS: Readonly<Record<string, string>> = {
  'mx.content.action': 'score',
  'mx.reputation.action': 'score',
  'mx.reputation.minimum': '5',
  'mx.score.on': 'on',
}
