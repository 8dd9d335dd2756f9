/** What the map says, in three vocabularies. */
import { lawOf } from '../../../sim/mail/retry/index.ts'
import type { LawId } from '../../../sim/mail/retry/law.ts'
import type { Level, Words } from '../../../sim/scenarios/scenario.ts'
import { same, words } from '../../../sim/scenarios/words.ts'
import type { ReplyClass } from '../../../sim/mail/reply.ts'
import type { HostState } from '../../../sim/facts/fact.ts'

/** Short names for sentences; the label of a host may be a whole line. */
export const SHORT: Readonly<Record<string, Words>> = {
  mua: words('the laptop', 'the mail program', 'the MUA'),
  submission: words('the post office', 'the relay', 'the MSA/MTA'),
  mx: words("Bob's mail server", 'the MX', 'the MX host'),
  backup: words('the neighbour', 'the backup MX', 'the backup MX host'),
  device: words("Bob's phone", "Bob's device", "Bob's MUA"),
  'name-server': words('the address book', 'the name server', 'the name server'),
  bot: words('the infected PC', 'the bot', 'the bot'),
  blocklist: words('the list of spammers', 'the block list', 'the DNSBL'),
  forwarder: words('the old address', 'the forwarder', 'the forwarder'),
  list: words('the mailing list', 'the mailing list', 'the mailing list'),
}

/** Where there is room for one short word only. */
export const TINY: Readonly<Record<string, Words>> = {
  bot: words('PC', 'bot', 'bot'),
  blocklist: words('list', 'list', 'BL'),
  submission: words('post', 'MTA', 'MTA'),
  backup: words('spare', 'MX 2', 'MX 2'),
  mx: words('post', 'MX', 'MX'),
  forwarder: words('old', 'fwd', 'fwd'),
  list: words('list', 'list', 'list'),
}

/** What the laptop does after a failure, by its option `retry`; written along the direct road. */
export const AFTER_FAILURE: Readonly<Record<string, Words>> = {
  never: words(
    'tries once, then tells Alice it failed',
    'one attempt, then an error message',
    'no retry; failure shown to the user',
  ),
  outbox: words(
    'tries again only while the laptop is open',
    'retries from the outbox while awake',
    'MUA outbox; retries only while the MUA runs',
  ),
  alice: words(
    'Alice has to press Send again',
    'the user presses Send again',
    'manual resubmission by the user',
  ),
}

/** The same for the rules of mail servers; `awake` is what a laptop is not always. */
export function lawWords(law: LawId, alwaysOn: boolean): Words {
  const { title } = lawOf(law)
  const awake = alwaysOn ? '' : ' while awake'
  const open = alwaysOn ? '' : ', while the laptop is open'
  if (law === 'fixed')
    return words(
      `knocks again at equal times${open}`,
      `retries at equal gaps${awake}`,
      `retries at equal gaps${awake}`,
    )
  return words(
    `keeps trying as a mail server would${open}`,
    `retries by ${title}'s rule${awake}`,
    `retries per RFC 5321 §4.5.4.1 (${title})${awake}`,
  )
}

/** All that makes a mail server has been switched on. */
export const IS_SERVER: Words = words(
  'keeps trying, never sleeps, stays at one address: a post office of its own',
  'retries, always on, one address: this laptop is a mail server',
  'queue with retries, always on, one address: this host is an MTA',
)

/** What stands on the flag of the host whose job the message is. */
export const MY_JOB: Words = words('my job now', 'responsible', 'responsible')

/** The same flag when it is nobody's any more. */
export const GIVEN_UP: Words = words('given up', 'given up', 'given up')

export const STATE_WORDS: Readonly<Record<HostState, Words>> = {
  up: same(''),
  refused: words('down', 'down: refuses', 'down: sends RST'),
  unreachable: words('cut off', 'unreachable', 'unreachable'),
  asleep: words('asleep', 'asleep', 'asleep'),
  offline: words('line hung up', 'off line', 'offline'),
}

/** On the flag at a host whose address is on a list. */
export const LISTED: Words = same('listed')

/** Below a list: how many it names now. */
export const LISTS = (n: number): Words => same(`${n} listed`)

/** At a server: what has been put aside there. */
export const JUNK = (n: number): Words => words(`junk: ${n}`, `junk: ${n}`, `Junk: ${n}`)

export const REPLY_WORDS: Readonly<Record<ReplyClass, Words>> = {
  2: words('yes', '', ''),
  3: words('go on', '', ''),
  4: words('not now', '', ''),
  5: words('no', '', ''),
}

/** What the client says, for those who do not speak SMTP. */
export const VERB_WORDS: Readonly<Record<string, string>> = {
  EHLO: 'hello',
  HELO: 'hello',
  STARTTLS: 'let us whisper',
  TLS: 'whispering',
  AUTH: 'it is me',
  MAIL: 'a letter',
  RCPT: 'for Bob',
  DATA: 'here it comes',
  RSET: 'forget it',
  QUIT: 'goodbye',
}

export const SYN_WORDS: Words = words('knock', 'connect', 'SYN')
export const ACCEPT_WORDS: Words = words('come in', 'accepted', 'SYN ACK')
export const REFUSAL_WORDS: Words = words('door closed', 'refused', 'RST')
export const QUERY_WORDS: Words = words('where to?', 'DNS', 'DNS')
/** What else than a way is asked for, by the type of the record; a list is asked about an address. */
export const ASKED_WORDS: Readonly<Record<string, Words>> = {
  PTR: words('what name?', 'DNS: PTR', 'PTR'),
  TXT: words('what rules?', 'DNS: TXT', 'TXT'),
  list: words('is it listed?', 'DNS: list', 'DNSBL'),
}
export const ANSWER_WORDS: Words = words('there', 'DNS', 'DNS')
export const NO_ANSWER: Words = words('no answer', 'no answer yet', 'no SYN ACK yet')

/** Beside a server with more sessions than can be told apart. */
export const AT_THE_DOOR = (n: number): Words =>
  words(`${n} at the door`, `${n} sessions`, `${n} open connections`)

/** Results that no reply gave. */
export const NETWORK_WORDS: Readonly<Record<string, Words>> = {
  'connection refused': words('door closed', 'connection refused', 'connection refused'),
  'connect timeout': words('nobody answered', 'connection timed out', 'connection timed out'),
  'lost connection': words('cut off', 'lost connection', 'lost connection'),
  timeout: words('no answer', 'timeout', 'conversation timed out'),
  'DNS failure': words('address book silent', 'DNS failure', 'DNS failure'),
  'no such domain': words('no such address', 'no such domain', 'NXDOMAIN'),
  'no address for the domain': words('no such address', 'no address', 'no A record'),
}

/** The line at a strip's right: how the message stands. */
export const VERDICT = {
  before: same('Nothing has been sent yet'),
  underWay: words('On its way', 'Attempt under way', 'Transaction under way'),
  waiting: (who: string): string => `Waits at ${who}`,
  nextTry: (clock: string): Words =>
    words(`next try ${clock}`, `next attempt ${clock}`, `next attempt ${clock}`),
  asleep: words('which is asleep', 'which is asleep', 'which is asleep'),
  offline: words('until it telephones', 'until its next call', 'until its line is up'),
  delivered: (whom: string, took: string): Words =>
    words(
      `In ${whom}'s mailbox, after ${took}`,
      `Delivered to ${whom} after ${took}`,
      `250 2.0.0, delivered after ${took}`,
    ),
  aside: (whom: string, took: string): Words =>
    words(
      `In ${whom}'s junk folder, after ${took}`,
      `Delivered into ${whom}'s junk folder after ${took}`,
      `250 2.0.0, folder Junk, after ${took}`,
    ),
  again: (whom: string, copies: number, took: string): Words => {
    const times = copies === 2 ? 'twice' : `${copies} times`
    return words(
      `In ${whom}'s mailbox ${times}, first after ${took}`,
      `Delivered to ${whom} ${times}, first after ${took}`,
      `Delivered ${times} (duplicate), first after ${took}`,
    )
  },
  refused: (whom: string): Words =>
    words(`Refused: ${whom} gets nothing`, `Refused for good`, `Failed, 5.y.z`),
  bounced: (author: string): Words =>
    words(`Sent back to ${author}`, `Bounced to ${author}`, `Failed; DSN to ${author}`),
  lost: (author: string, whom: string): Words =>
    words(
      `Lost: nobody tries again, ${whom} gets nothing`,
      `Lost: no further attempt, ${author} sees an error`,
      `Failed, no retry; error shown to ${author}`,
    ),
  discarded: same('Thrown away'),
  all: (n: number, took: string): Words =>
    words(
      `All ${n} there, the last after ${took}`,
      `${n} delivered, the last after ${took}`,
      `${n} recipients delivered, the last after ${took}`,
    ),
  many: (n: Readonly<Record<'delivered' | 'aside' | 'waiting' | 'failed', number>>): string =>
    [
      `${n.delivered} delivered`,
      `${n.aside} in the junk folder`,
      `${n.waiting} waiting`,
      `${n.failed} failed`,
    ]
      .filter((part) => !part.startsWith('0 '))
      .join(' · '),
} as const

export const MAP = {
  region: 'Network map',
  list: (world: string): string => `${world}: hosts and what is under way`,
  hosts: 'Hosts',
  underWay: 'Under way',
  nothing: 'Nothing is under way.',
  waiting: (n: number): string => (n === 1 ? '1 message waits' : `${n} messages wait`),
  nextTry: (clock: string): string => `next try at ${clock}`,
  mailbox: (n: number): string =>
    n === 1 ? '1 letter in the mailbox' : `${n} letters in the mailbox`,
  junk: (n: number): string =>
    n === 1 ? '1 letter in the junk folder' : `${n} letters in the junk folder`,
  lists: (address: string): string => `lists ${address}`,
  listedBy: (list: string): string => `listed by ${list}`,
  job: (who: string): string => `${who}'s mail is its job`,
  jobs: (who: string): string => `${who}'s mail is their job`,
  crowd: (label: string, many: number): string => `${label}, ${many} of them`,
  times: (line: string, times: number): string => `${line}, ${times} times`,
  session: (client: string, server: string): string => `${client} is connected to ${server}`,
  dialling: (client: string, server: string): string => `${client} calls ${server}`,
  message: (id: string, from: string, to: string): string => `Message ${id}, from ${from} to ${to}`,
  told: (line: string, rule: string): string => `${line}. ${rule}`,
} as const

export const levelled = (one: Words | undefined, level: Level): string => one?.[level] ?? ''
