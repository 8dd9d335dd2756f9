/**
 * The reasons why a letter goes through a server of the sender's own, in the order in which an answer
 * gives them: what has always held, what came with spam, who is responsible, and what speaks for doing
 * without. Scenarios say which of them they show (`shows` in `scenario.ts`).
 */
import { words, type Words } from './words.ts'

export const REASON_IDS = [
  'possible',
  'server-down',
  'dial-up',
  'not-the-programs-job',
  'greylisting',
  'dynamic-addresses',
  'reverse-dns',
  'reputation',
  'authentication',
  'blocklists',
  'responsibility',
  'server-at-home',
] as const
export type ReasonId = (typeof REASON_IDS)[number]

export interface Reason {
  readonly id: ReasonId
  /** A heading. */
  readonly title: Words
  /** The reason itself, in one or two sentences. */
  readonly because: Words
}

/** One for each id, in the same order; a test holds that. */
export const REASONS: readonly Reason[] = [
  {
    id: 'possible',
    title: words(
      'It can be done without',
      'Direct delivery is possible',
      'Nothing in SMTP forbids it',
    ),
    because: words(
      'On a perfect day a letter gets to the other side without a post office, and sooner.',
      'Nothing technical is in the way: when all is well, a mail program can speak to the MX itself.',
      'Any client may look up the MX and open a transaction with it (RFC 5321 §5.1).',
    ),
  },
  {
    id: 'server-down',
    title: words(
      'The other side may be closed',
      'The server on the other side may be down',
      'The next hop may be unreachable',
    ),
    because: words(
      'Somebody has to keep the letter and knock again, for hours or days, while one sleeps.',
      'A server queues and retries on its own for days; a laptop does so only while it is open.',
      'A client must queue what it cannot send and retry for 4 to 5 days (RFC 5321 §4.5.4.1).',
    ),
  },
  {
    id: 'dial-up',
    title: words(
      'The line may not be there',
      'The link may be up only now and then',
      'Intermittent links',
    ),
    because: words(
      'When lines were telephones, letters were collected, and went out together with the next call.',
      'Where a link is dear or seldom up, a queue collects mail and sends it when there is one.',
      'Mail is held for a link and turned around on request (ETRN, RFC 1985; ATRN, RFC 2645).',
    ),
  },
  {
    id: 'not-the-programs-job',
    title: words(
      'A mail program has other work',
      "It is not the mail program's job",
      'Functions of an MTA, not of an MUA',
    ),
    because: words(
      'Making copies, waiting, and saying what went wrong is the work of a post office.',
      'Fan-out, queueing and failure reports belong in a server that is always on.',
      'Queueing, splitting by domain and notification are transfer functions (RFC 5598 §4.3.2).',
    ),
  },
  {
    id: 'greylisting',
    title: words('Strangers must come back', 'Greylisting', 'Greylisting (RFC 6647)'),
    because: words(
      'Many doors send a stranger away and open at the second knock. A post office knocks again, ' +
        'most spammers do not.',
      'Receivers refuse unknown senders for the time being; a server retries, most spam bots do not.',
      'A 4yz reply at first contact separates clients that queue from those that do not.',
    ),
  },
  {
    id: 'dynamic-addresses',
    title: words(
      'Homes are not believed',
      'Dynamic addresses and port 25',
      'End-user address ranges, outbound port 25',
    ),
    because: words(
      'Where homes get their lines, spam comes from infected PCs: doors are closed to all of them, ' +
        'and often the road out is as well.',
      'Receivers refuse ranges of home connections, and providers block port 25 on the way out.',
      'Policy lists of end-user ranges, and outbound port 25 blocked in favour of submission ' +
        '(RFC 6409).',
    ),
  },
  {
    id: 'reverse-dns',
    title: words(
      'A name on the door',
      'Reverse and forward DNS must agree',
      'Forward-confirmed reverse DNS',
    ),
    because: words(
      'Who has a name that leads back to their own door can be found. Homes seldom have one.',
      "A PTR record that matches is the network's owner vouching for a mail server.",
      'The PTR name of the client must resolve to its address (iprev, RFC 8601 §3).',
    ),
  },
  {
    id: 'reputation',
    title: words(
      'A good name takes time',
      'Reputation and limits',
      'Sender reputation, rate limits',
    ),
    because: words(
      'Doors remember who brought good letters and who brought spam, and let newcomers in slowly.',
      'Receivers count good mail and spam per address and domain, and limit those without a past.',
      'Volume and complaint history per client and domain decides on limits and on content score.',
    ),
  },
  {
    id: 'authentication',
    title: words(
      'Who says that it is from Alice?',
      'SPF, DKIM and DMARC',
      'SPF, DKIM, DMARC (RFC 7208, RFC 6376, RFC 9989)',
    ),
    because: words(
      "Alice's provider has said which doors its letters come from, and seals them. Her laptop " +
        'has neither.',
      'The domain publishes who may send for it and signs its mail: keys and addresses of a server.',
      'Authorised addresses and signing keys are held by the ADMD, not by each MUA.',
    ),
  },
  {
    id: 'blocklists',
    title: words('Lists of bad doors', 'Blocklists', 'DNS blocklists (RFC 5782)'),
    because: words(
      'Whose address has sent spam is put on a list. A provider has people who see to it that theirs ' +
        'is not.',
      'Receivers ask lists of spam sources; somebody has to keep an address off them, and get it off.',
      'A listed client address is refused or scored; delisting takes an operator of the address.',
    ),
  },
  {
    id: 'responsibility',
    title: words(
      'Whose letter is it now?',
      'Responsibility: “250 means mine”',
      'Transfer of responsibility',
    ),
    because: words(
      'Who has said yes to a letter must bring it, or send it back. One needs somebody who keeps ' +
        'that word.',
      'With 250 after the data a server takes over: it delivers, or reports. Refuse, or bounce.',
      'After 250 the receiver must deliver or report (RFC 5321 §4.2.5, §6.1).',
    ),
  },
  {
    id: 'server-at-home',
    title: words(
      'And a post office at home?',
      'The honest converse: a server at home',
      'The converse: an MTA under your own roof',
    ),
    because: words(
      'Who gives a machine at home all of that has no need of a provider, for they have built one.',
      'With a fixed address, matching DNS, keys and a queue, it works: that is an SMTP server.',
      'The rôle is what is needed, not the provider: a host that does the work of an MTA is one.',
    ),
  },
]
