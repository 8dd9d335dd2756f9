/**
 * What checks find, in words. A check that has none here is told in a sentence that fits all of them,
 * so that a new check needs no words to be understood; units tell how its values are written.
 */
import type { Words } from '../../sim/scenarios/scenario.ts'
import { words } from '../../sim/scenarios/words.ts'
import { CLIENT_FINDINGS } from './check-words-client.ts'
import { MESSAGE_FINDINGS } from './check-words-message.ts'

/** By `check/reason`. */
export const FINDINGS: Readonly<Record<string, Words>> = { ...CLIENT_FINDINGS, ...MESSAGE_FINDINGS }

/** Any check: by what its finding does to the letter. `{what}` is the reason in the check's words. */
export const ANY_FINDING = {
  passes: words('{check} has nothing against it: {what}.', '{check}: {what}.'),
  junk: words('{check} has it put with the junk: {what}.', '{check} has it put aside: {what}.'),
  objects: words('{check} says no: {what}.', '{check} objects: {what}.'),
} as const

/** How a value is written: a time, a number, parts of a thousand, or tenths of a point. */
export type Unit = 'time' | 'count' | 'permille' | 'points'

/** By check, and by `check/reason` where one of them is otherwise; without: nothing is measured. */
export const UNITS: Readonly<Record<string, Unit>> = {
  'connection-limit': 'count',
  'message-limit': 'count',
  spf: 'count',
  reputation: 'permille',
  'reputation/newcomer-too-fast': 'count',
  complaints: 'permille',
  greylisting: 'time',
  'greylisting-by-score': 'time',
  'greylisting-by-score/score-unsuspicious': 'points',
  score: 'points',
  content: 'points',
  dkim: 'count',
  quota: 'count',
}

/** What is asked outside of the list of checks, since it is about a host's own customers. */
export const OTHER_CHECKS: Readonly<Record<string, string>> = { quota: 'Quota' }

export const CHECKED = {
  none: words(
    'No server has checked it yet, or none that checks anything.',
    'No findings: no server with checks has seen it yet.',
  ),
  session: words(
    '{server}, at {at}, called by {client}',
    'Session with {server} at {at}, client {client}',
  ),
  check: words('What is checked', 'Check'),
  found: words('What it found', 'Finding'),
  measured: words('Measured, and where the line is:', 'Value and threshold:'),
  points: 'Points:',
  against: words('{value}; the line is {threshold}', '{value} against {threshold}'),
  said: words('It said:', 'Reply:'),
  asked: words('It asked the address book for:', 'It asked the DNS for:'),
  aside: words('put with the junk', 'to the junk folder'),
  total: words('Points in all', 'Score'),
  goTo: (clock: string): string => `Go to ${clock}`,
} as const

/** What the DNS answered, by its code. */
export const RCODE_WORDS: Readonly<Record<string, Words>> = {
  NOERROR: words('there is an entry', 'answered', 'NOERROR'),
  NODATA: words('no such entry', 'no such record', 'NODATA'),
  NXDOMAIN: words('no such name', 'no such name', 'NXDOMAIN'),
  SERVFAIL: words('trouble', 'server failure', 'SERVFAIL'),
  TIMEOUT: words('no answer', 'no answer', 'no answer'),
}
