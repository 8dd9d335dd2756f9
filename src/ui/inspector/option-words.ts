/** Headings over options of one subject, and the words of the list of checks, in three levels. */
import type { Words } from '../../sim/scenarios/scenario.ts'
import { words } from '../../sim/scenarios/words.ts'

/** By the first part of an option's path. One that is not here goes by the title of its check. */
export const GROUP_TITLES: Readonly<Record<string, Words>> = {
  greylist: words('Strangers have to come back', 'Greylisting'),
  dnsbl: words('A list of known spammers', 'Block list', 'DNSBL'),
  dynamic: words('Home connections', 'Dynamic addresses'),
  'reverse-dns': words('Has the caller a name?', 'Reverse DNS', 'Reverse DNS (PTR)'),
  helo: words('How the caller greets', 'Name in the greeting', 'HELO/EHLO name'),
  'sender-domain': words(
    'Is there such a sender?',
    "Sender's domain",
    'Domain of the reverse-path',
  ),
  limits: words('Not too much at once', 'Limits'),
  reputation: words('What it remembers of others', 'Reputation'),
  content: words('What the letter says', 'Content'),
  score: words('All signs together', 'Score'),
  complaints: words('When readers complain', 'Complaints'),
  sign: words('Its own seal', 'Signing (DKIM)', 'DKIM signing'),
  spf: words('Who may send for a name', 'SPF'),
  dkim: words('Seals on letters', 'DKIM'),
  dmarc: words('What the owner of a name wishes', 'DMARC'),
  order: words('What it looks at first', 'Order of the checks'),
  recipient: words('Is there such a recipient?', 'Recipients'),
  queue: words('Waiting and trying again', 'Queue'),
  line: words('Its line to the world', 'Line'),
  outage: words('When it is away', 'Outage'),
  lid: words('The lid', 'Lid'),
}

export const GROUPS = {
  changed: (n: number): Words => words(`${n} not as usual`, `${n} changed`),
} as const

export const ORDER = {
  earlier: 'Earlier',
  later: 'Later',
  off: words('(not asked)', '(off)'),
  move: (check: string, by: 1 | -1): string => `${by < 0 ? 'Earlier' : 'Later'}: ${check}`,
  now: (check: string, place: number, of: number): string =>
    `${check} is number ${place} of ${of}.`,
} as const
