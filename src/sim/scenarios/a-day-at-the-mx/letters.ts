/**
 * What is written on this day: 340 pieces of spam and 60 good letters. Bots send 0.92 of the spam, and
 * 13 % of theirs come from bots that knock twice; the shares are those of the years before 2010, by
 * several measurements of their time. Three hours are special: the newsletter at nine, a wave of spam
 * at eleven, and a stolen password at three.
 */
import { ALICE, BOB } from '../school.ts'
import type { MailSpec, TrafficSpec } from '../scenario.ts'
import { TO } from './stage.ts'

const PILLS = [
  { subject: 'Cheap pills', body: 'No prescription. Click here: http://pills.example/' },
  { subject: 'You have won', body: 'Claim your prize at once: http://prizes.example/' },
] as const

/**
 * Alice's letters: her first one to Bob on this day, and one more. And one of a cousin of his, who
 * writes from far away and in words that spam is fond of, too.
 */
export const LISTED_LETTERS: readonly MailSpec[] = [
  {
    at: '2 h',
    host: 'laptop',
    kind: 'good',
    from: ALICE,
    to: [BOB],
    subject: 'Rehearsal',
    body: 'Dear Bob, the rehearsal is at six, not at seven. Alice',
  },
  {
    at: '4 h',
    host: 'small',
    kind: 'good',
    from: 'cousin@small.example',
    to: [BOB],
    subject: 'Two free tickets',
    body: 'Dear Bob, I am a winner! Click here for the concert: https://tickets.example/',
  },
  {
    at: '6 h',
    host: 'laptop',
    kind: 'good',
    from: ALICE,
    to: [BOB],
    subject: 'Music',
    body: 'Dear Bob, please bring the music. Alice',
  },
]

const DAY = { begins: '0 s', ends: '10 h', to: TO } as const

export const GOOD_LETTERS: readonly TrafficSpec[] = [
  {
    ...DAY,
    id: 'school',
    host: 'relay',
    kind: 'good',
    count: 40,
    from: 'teacher{n}@school.example',
    letters: [
      { subject: 'Joint concert', body: 'We bring our own chairs.' },
      { subject: 'Timetable', body: 'The train leaves at eight.' },
      { subject: 'Lost and found', body: 'Whose umbrella is this?' },
    ],
  },
  {
    id: 'news',
    host: 'news',
    kind: 'good',
    count: 10,
    begins: '1 h',
    ends: '65 min',
    to: TO,
    from: 'letter@paper.example',
    letters: [
      { subject: 'This morning', body: 'All of it: https://paper.example/ Yours, the paper' },
    ],
  },
  {
    ...DAY,
    id: 'stranger',
    host: 'small',
    kind: 'good',
    count: 7,
    from: 'guest{n}@small.example',
    letters: [
      { subject: 'A question', body: 'Is the library open on Saturdays?' },
      { subject: 'Old photographs', body: 'I have found some of your school.' },
    ],
  },
]

/**
 * The same hands with the shares of today: 45 % of all mail, and of that four tenths by bots; the rest
 * comes from rented servers with clean names and from accounts that were broken into.
 */
const TODAY: Readonly<Record<string, number>> = { bots: 17, patient: 3, shoe: 15, thief: 14 }

export const SPAM_LETTERS: readonly TrafficSpec[] = [
  {
    ...DAY,
    id: 'bots',
    host: 'bot',
    kind: 'spam',
    count: 172,
    from: 'pills{n}@pills.example',
    letters: PILLS,
  },
  {
    id: 'wave',
    host: 'bot',
    kind: 'spam',
    count: 100,
    begins: '3 h',
    ends: '210 min',
    to: TO,
    // One forged sender for all: so that who writes to the same person from the same network is known.
    from: 'winner@prizes.example',
    letters: PILLS,
  },
  {
    ...DAY,
    id: 'patient',
    host: 'patient',
    kind: 'spam',
    count: 41,
    from: 'deal{n}@pills.example',
    letters: PILLS,
  },
  {
    ...DAY,
    id: 'shoe',
    host: 'shoe',
    kind: 'spam',
    count: 20,
    from: 'offer{n}@offers.example',
    letters: [
      { subject: 'Weight loss', body: 'Act now, risk free: http://offers.example/' },
      { subject: 'Work from home', body: 'Make money, act now: http://offers.example/' },
      { subject: 'Get rich', body: 'Make money, risk free: http://offers.example/' },
      { subject: 'Casino', body: 'Play for free, act now: http://offers.example/' },
      { subject: 'For a limited time', body: 'Act now: http://offers.example/' },
    ],
  },
  {
    id: 'thief',
    host: 'thief',
    kind: 'spam',
    count: 7,
    begins: '7 h',
    ends: '440 min',
    to: TO,
    from: 'carol@school.example',
    letters: [{ subject: 'Verify your account', body: 'Click here: http://college.bank.example/' }],
  },
]

export const SPAM_OF_TODAY: readonly TrafficSpec[] = SPAM_LETTERS.flatMap((one) => {
  const count = TODAY[one.id]
  return count === undefined ? [] : [{ ...one, count }]
})
