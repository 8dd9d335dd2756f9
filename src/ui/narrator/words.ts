/** The narrator's sentences, in three levels. Braces are hosts, replies, times. */
import type { Words } from '../../sim/scenarios/scenario.ts'
import { words } from '../../sim/scenarios/words.ts'
import type { SentenceKey } from './sentences.ts'

export const SENTENCES: Readonly<Record<SentenceKey, Words>> = {
  written: words('{sender} writes to {to}.', '{sender} sends a message to {to}.'),
  'report-made': words('{host} writes a note back to {to}.', '{host} returns a bounce to {to}.'),
  trying: words('{host} knocks.', '{host} begins an attempt.'),
  asking: words(
    '{host} looks up {name}.',
    '{host} asks the DNS for {name}.',
    '{host} queries {type} {name}.',
  ),
  connected: words('{server} opens the door.', '{server} accepts the connection.'),
  'handed-over': words(
    '{host} has taken the letter over. It is its job now.',
    '{host} has accepted the message and is responsible for it.',
    '250 from {host}: responsibility has passed.',
  ),
  deferred: words(
    '{server} says: not now. ({reply})',
    'Deferred: {server} answered {reply}.',
    '{reply} from {server}: deferred.',
  ),
  refused: words(
    '{server} says no. ({reply})',
    'Refused: {server} answered {reply}.',
    '{reply} from {server}: permanent.',
  ),
  'no-answer': words('{host} knocks in vain: {reply}.', 'The attempt of {host} failed: {reply}.'),
  'no-receipt': words(
    '{host} got no receipt: the line broke.',
    '{host} got no acknowledgement: {reply}.',
    '{host} did not get the 250: {reply}.',
  ),
  waits: words(
    '{host} keeps the letter and knocks again at {next}.',
    '{host} keeps it queued; next attempt {next}.',
  ),
  delivered: words(
    'The letter lies in the mailbox of {to}.',
    'Delivered to the mailbox of {to}.',
    'Final delivery to <{to}>.',
  ),
  'put-aside': words(
    'The letter to {to} lies in the junk folder.',
    'Delivered into the junk folder of {to}.',
    'Final delivery to <{to}>, folder Junk.',
  ),
  found: words('{server} looks closer. {finding}', '{server} objects: {finding}'),
  trapped: words(
    '{address} writes to one of the traps of {host}.',
    '{host} sees {address} at a trap.',
  ),
  listed: words('{host} puts {address} on its list of spammers.', '{host} lists {address}.'),
  delisted: words(
    '{host} takes {address} off its list of spammers.',
    '{host} no longer lists {address}.',
  ),
  again: words(
    'The same letter lies in the mailbox of {to} once more.',
    'A duplicate is delivered to {to}.',
  ),
  lost: words(
    'The letter to {to} is lost: nobody tries any more.',
    'Given up: nothing is delivered to {to}.',
  ),
  'turned-away': words(
    'The letter to {to} is turned away for good.',
    'The message to {to} is refused for good.',
  ),
  bounced: words('The letter to {to} goes back to its writer.', 'The message to {to} has bounced.'),
  discarded: words('The note is thrown away.', 'The bounce is discarded.'),
  told: words('{host} tells its user that it has given up.', '{host} shows an error to its user.'),
  pressed: words('Send again is pressed on {host}.', 'Send again is pressed on {host}.'),
  asleep: words('{host} falls asleep.', '{host} goes to sleep.'),
  down: words('{host} stops running.', '{host} goes down.'),
  unreachable: words('{host} is cut off from the network.', '{host} becomes unreachable.'),
  'hung-up': words('{host} hangs up.', '{host} goes off line.', '{host} is offline.'),
  up: words('{host} is there again.', '{host} is up.'),
  telephones: words('{host} picks up the telephone.', '{host} goes on line.', '{host} is online.'),
  limit: words(
    'The run is stopped here: it has grown too large.',
    'A work limit has ended the run here.',
  ),
}

/** The same where several hosts of a crowd do it: `{host}` is then more than one. */
export const MANY: Partial<Record<SentenceKey, Words>> = {
  trying: words('{host} knock.', '{host} begin attempts.'),
  asking: words(
    '{host} look up {name}.',
    '{host} ask the DNS for {name}.',
    '{host} query {type} {name}.',
  ),
  'handed-over': words(
    '{host} have taken letters over. They are their job now.',
    '{host} have accepted messages and are responsible for them.',
  ),
  'no-answer': words('{host} knock in vain: {reply}.', 'Attempts of {host} failed: {reply}.'),
  'no-receipt': words(
    '{host} got no receipt: the line broke.',
    '{host} got no acknowledgement: {reply}.',
    '{host} did not get the 250: {reply}.',
  ),
  waits: words(
    '{host} keep their letters and knock again later.',
    '{host} keep their messages queued.',
  ),
  delivered: words('Letters lie in the mailboxes of {to}.', 'Delivered to the mailboxes of {to}.'),
  down: words('{host} stop running.', '{host} go down.'),
  unreachable: words('{host} are cut off from the network.', '{host} become unreachable.'),
  'hung-up': words('{host} hang up.', '{host} go off line.', '{host} are offline.'),
  up: words('{host} are there again.', '{host} are up.'),
  telephones: words('{host} pick up the telephone.', '{host} go on line.', '{host} are online.'),
}

/** Where it happens; in front of the sentence when there are two roads. */
export const ROADS: Readonly<Record<string, Words>> = {
  direct: words('On the straight road:', 'On the direct road:'),
  relayed: words('By post office:', 'On the relayed road:'),
  both: words('On both roads:', 'On both roads:'),
  all: words('In both pictures:', 'In both worlds:'),
}

export const NARRATOR = {
  region: 'Narrator',
  over: 'The run is over. How it ended, and why, is in the story now.',
  times: (n: number): string => (n > 1 ? ` (${n} times)` : ''),
  some: (n: number, crowd: string): string => `${n} of the ${crowd}`,
  more: (n: number): string => (n === 1 ? 'One more event.' : `${n} more events.`),
} as const
