/** What the comparison of retry laws says. */
import type { LawId } from '../../../sim/mail/retry/law.ts'
import type { Words } from '../../../sim/scenarios/scenario.ts'
import { words } from '../../../sim/scenarios/words.ts'

export const TITLE: Words = words(
  'Whose patience?',
  'Whose patience? Retry laws',
  'Whose patience? Retry schedules',
)

export const LAWS = {
  about: words(
    'If nobody ever opened the door: when would each mail program knock, and when would it send the ' +
      'letter back? Every dot is a try, the stop sign is the last one. The first minutes are drawn ' +
      'wide, the days narrow.',
    'A destination that always fails at once. A dot is an attempt, the stop sign the last one, after ' +
      'which the message bounces. The axis is logarithmic.',
    'A destination that gives 4yz in no time, for ever. RFC 5321 §4.5.4.1 asks for gaps of 30 minutes ' +
      'or more, and for 4 to 5 days before giving up; compare. The axis is logarithmic.',
  ),
  luck: words(
    'Some programs look into their queue only at fixed times. Where those lie is luck; here it is ' +
      'neither good nor bad.',
    'Scans and queue runs lie where luck puts them, in a run of this lab, too. Here each is half its ' +
      'period away at the first failure.',
  ),
  axis: words('after the first try', 'after the first attempt', 'after the first attempt'),
  inForce: words('In force at {places}', 'In force at {places}', 'queue.law at {places}'),
  waits: {
    one: words('{people} waits by it', '{people} waits by it'),
    more: words('{people} wait by it', '{people} wait by it'),
  },
  choose: words('Whose patience has {host}?', 'Retry law of {host}', 'queue.law of {host}'),
  count: (n: number, isAll: boolean): string => `${isAll ? '' : 'over '}${n}`,
  tries: (count: string): string => `${count} tries`,
  until: (duration: string): string => `until ${duration}`,
  told: (law: string, tries: string, first: string, until: string): string =>
    `${law}: ${tries}, after ${first}; gives up after ${until}`,
  toldOn: (law: string, tries: string, first: string, until: string): string =>
    `${law}: ${tries}, after ${first}; goes on until about ${until}`,
  table: 'As a table',
  columns: ['Law', 'First ten tries, after', 'Tries in all', 'Gives up after', 'Source'],
  lawAt: (law: string, places: string): string => `${law}, in force at ${places}`,
  goesOn: (duration: string): string => `about ${duration}`,
  and: 'and',
} as const

/** Each law in one line. */
export const RULES: Readonly<Record<LawId, Words>> = {
  postfix: words(
    'Waits as long again as the letter is old, within bounds.',
    'The age of the message within two bounds, then the next scan.',
    'clamp(age, minimal_, maximal_backoff_time), next scan',
  ),
  exim: words(
    'Every quarter of an hour, then ever more rarely, at last every six hours.',
    '15 min for 2 h, growing by half until 16 h, then 6 h; at a queue run.',
    'F,2h,15m; G,16h,1h,1.5; F,4d,6h; next -q',
  ),
  sendmail: words(
    'Takes out all that waits, again and again, at fixed times.',
    'Everything that is deferred, at every queue run.',
    '-q; Timeout.queuereturn',
  ),
  qmail: words(
    'Each wait a little longer than the one before; one last try after a week.',
    'At the squares of 20, 40, 60 … s; one last try after 7 d.',
    'birth + (√age + 20)² s; queuelifetime 7 d',
  ),
  haraka: words(
    'Each wait twice as long as the one before, from one minute.',
    'From 64 s, doubling; 13 attempts.',
    '2^(n+5) s; maxTempFailures 13',
  ),
  kumomta: words(
    'Each wait twice as long as the one before, from twenty minutes.',
    'From 20 min, doubling without a bound; at most 7 d.',
    'retry_interval 20 min; max_age 7 d',
  ),
  mox: words(
    'Each wait twice as long as the one before, eight tries in all.',
    'From 7.5 min, doubling; 8 attempts.',
    '7.5 min × 2^n; 8 attempts',
  ),
  fixed: words(
    'No program does it: to measure the others by.',
    'No program: to measure the others by.',
    'No program: a constant interval',
  ),
}
