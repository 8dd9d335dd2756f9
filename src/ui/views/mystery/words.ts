/** What the riddle says beside the scenario's own words. */
import type { Words } from '../../../sim/scenarios/scenario.ts'
import { words } from '../../../sim/scenarios/words.ts'
import type { Stage } from './layout.ts'

export const TITLE: Words = words(
  'Find out what the server checks',
  'Probes and card',
  'Probes and policy card',
)

export const PROBE = {
  title: words('Send a letter', 'Send a probe', 'Send a probe'),
  place: words('From where', 'Client', 'Client'),
  sender: words('In whose name', 'Sender', 'Sender'),
  recipient: words('To whom', 'Recipient', 'Forward-path'),
  wait: words('When', 'Pause before it', 'Interval'),
  atOnce: words('at once', 'at once', 'none'),
  later: words('{time} later', 'after {time}', '{time}'),
  send: words('Send this letter', 'Send the probe', 'Send the probe'),
  left: (n: number, of: number): string => `${n} of ${of} left`,
  none: words(
    'No letter is left. Fill in the card and hand it in.',
    'No probe is left: hand in the card.',
  ),
  over: words('The card has been handed in.', 'The card has been handed in.'),
} as const

export const LIST = {
  title: words('What came back', 'Replies so far', 'Replies'),
  own: words('Alice, without your doing', 'sent by the scenario', 'sent by the scenario'),
  waits: words('goes out at {time}', 'due at {time}', 'due at {time}'),
  open: words('on its way', 'under way', 'in progress'),
  report: words(
    'A report came back: it could not be delivered.',
    'A report came back to the sender.',
    'DSN sent to the reverse-path.',
  ),
  look: words('Read the talk', 'Dialogue', 'Dialogue'),
} as const

export const RESULTS = {
  delivered: words('let in', 'accepted', '2yz'),
  deferred: words('come back later', 'put off', '4yz'),
  refused: words('no', 'refused', '5yz'),
  open: words('on its way', 'under way', 'in progress'),
} as const

export const STAGE_WORDS: Readonly<Record<Stage, Words>> = {
  greeting: words('at the door', 'at the greeting', 'greeting'),
  hello: words('after hello', 'after EHLO', 'EHLO/HELO'),
  mail: words("after the sender's name", 'after MAIL', 'MAIL'),
  rcpt: words("after the recipient's name", 'after RCPT', 'RCPT'),
  data: words('before the letter', 'after DATA', 'DATA'),
  content: words('after reading the letter', 'after the message', 'end of data'),
}

export const CARD = {
  title: words('Your card', 'Policy card', 'Policy card'),
  about: words(
    'What does the server do? Change your mind as often as you like, until you hand it in.',
    'Which checks are on? Nothing counts before the card is handed in.',
  ),
  yes: 'yes',
  no: 'no',
  unknown: 'don’t know',
  handIn: words('Hand in the card', 'Hand in the card'),
  open: (n: number): string =>
    n === 0 ? '' : n === 1 ? '1 line is still open.' : `${n} lines are still open.`,
  score: (right: number, of: number, probes: number): string =>
    `${right} of ${of} right, with ${probes} ${probes === 1 ? 'probe' : 'probes'}.`,
  golf: words(
    'As in golf, fewer is better, but only a card without a fault counts.',
    'Fewer probes are better, if the card has no fault.',
  ),
  next: (seed: number): string => `Another server (number ${seed})`,
  said: (said: boolean | null, verdict: 'right' | 'wrong' | 'missing'): string =>
    verdict === 'missing'
      ? 'You left it open.'
      : `You said ${said === true ? CARD.yes : CARD.no}: ${verdict === 'right' ? 'right' : 'not so'}.`,
  on: 'yes',
  off: 'no',
} as const
