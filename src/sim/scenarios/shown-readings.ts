/** What the readings are that the summary shows, in words: the columns of its roads have no other name. */
import type { Level, ScenarioFile, Words } from './scenario.ts'
import { words } from './words.ts'

/** By what is read of a message, or of `all`. */
const OF_MESSAGES: Readonly<Record<string, Words>> = {
  attempts: words('Knocks', 'Tries', 'Attempts'),
  bouncedAfter: words('Sent back after', 'Bounced after', 'DSN generated after'),
  copies: words('Copies in the mailbox', 'Copies in the mailbox', 'Copies in the mailbox'),
  delivered: words('Letters delivered', 'Messages delivered', 'Messages delivered'),
  failed: words('Letters that failed', 'Messages that failed', 'Messages failed'),
  firstReply: words('The first answer', 'First reply', 'First reply'),
  folder: words('Where it lies', 'Folder', 'Folder'),
  handedOver: words('Out of hand after', 'Handed over after', '250 to the client after'),
  lastArrival: words('The last one is there after', 'Last delivery after', 'Last delivery after'),
  lastReply: words('The last answer', 'Last reply', 'Last reply'),
  notices: words('How often Alice was told', 'Notices to the sender', 'Notices and DSNs'),
  outcome: words('What came of it', 'Outcome', 'Outcome'),
  read: words('Written before the answer', 'Octets before the answer', 'Octets before the reply'),
  reached: words('Friends reached', 'Recipients reached', 'Recipients reached'),
  received: words('Postmarks', 'Received fields', 'Received fields'),
  status: words('Code of the last answer', 'Enhanced status', 'Enhanced status code'),
  toldAfter: words('Alice knows after', 'Sender told after', 'Failure notice after'),
  waiting: words('Letters still waiting', 'Messages queued', 'Messages queued'),
  warnedAfter: words('Alice hears that it waits after', 'Warned after', 'Delay DSN after'),
  took: words('Time until the end of it', 'Time to its end', 'Time to final outcome'),
}

/** By what is read of a host; the host's name stands before it. */
const OF_HOSTS: Readonly<Record<string, Words>> = {
  attempts: words('knocks', 'tries', 'attempts'),
  calls: words('telephone calls', 'calls', 'calls'),
  connected: words('time on the line', 'time connected', 'session time'),
  cost: words('cost of the line', 'cost of the line', 'line cost'),
  inbox: words('letters that one reads', 'messages in inboxes', 'messages in inboxes'),
  junk: words('letters put aside as junk', 'messages in junk folders', 'messages in junk folders'),
  got: words('received', 'octets in', 'octets in'),
  needed: words('had to be awake', 'needed for', 'responsible for'),
  peak: words('most at one time', 'peak sessions', 'peak sessions'),
  queuePeak: words('most letters waiting', 'peak queue', 'peak queue length'),
  reports: words('letters sent back', 'reports in mailboxes', 'DSNs in mailboxes'),
  sent: words('sent', 'octets out', 'octets out'),
  sessions: words('talks', 'sessions', 'sessions'),
}

/** Words for what a scenario shows; null where it brings none and the table above has none. */
export function shownWords({ shows, hosts }: Pick<ScenarioFile, 'shows' | 'hosts'>): Words | null {
  if (shows?.what !== undefined) return shows.what
  const [, of = '', what = ''] = shows?.direct.split('.') ?? []
  if (!of.startsWith('@')) return OF_MESSAGES[what] ?? null
  const [host, found] = [hosts.find(({ id }) => id === of.slice(1)), OF_HOSTS[what]]
  if (host === undefined || found === undefined) return null
  const name = (level: Level): string => `${host.label[level]}: ${found[level]}`
  return { everyday: name('everyday'), technical: name('technical'), protocol: name('protocol') }
}
