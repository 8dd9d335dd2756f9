/** The inspector's texts. Reasons stand in `why-words.ts`. */
import type { Words } from '../../sim/scenarios/scenario.ts'
import { words } from '../../sim/scenarios/words.ts'
import type { SetBy } from './options-at.ts'

export const INSPECTOR = {
  messages: words('The letters of this run', 'Messages of this run'),
  none: words('Nobody has written a letter yet.', 'No message has been written yet.'),
  hint: words('Choose a letter, or a host on the map.', 'Choose a message, or a host on the map.'),
  back: words('All letters', 'All messages'),
  notYet: words('Nobody has written it yet.', 'Not written yet at this instant.'),
  gone: words('There is no such letter in this run.', 'There is no such message in this run.'),
  world: words('Which road', 'Road'),
  both: words('Both', 'Both'),
  recipient: words('Which recipient', 'Recipient'),
  parts: words('About this letter', 'About this message'),
} as const

export const COLUMNS = {
  message: words('Letter', 'Message'),
  state: 'State',
  time: 'Time',
  name: 'Name',
  type: 'Type',
  value: 'Value',
  recipient: 'Recipient',
  triplet: words('Who writes to whom, from where', 'Triplet'),
  sender: words('Who', 'Sender'),
  share: words('Spam among its letters', 'Share of spam, threshold'),
  hits: words('Trapped', 'Trap hits'),
  firstSeen: 'first seen',
  next: words('Next knock', 'Next attempt'),
} as const

export const TABS = {
  why: words('Why?', 'Why?'),
  tries: words('Knocks', 'Attempts'),
  checks: words('Checks', 'Checks', 'Findings'),
  source: words('Letter', 'Source'),
  journey: words('Journey', 'Journey'),
} as const

/** What a reply's first digit means, said aloud. */
export const SAID: Readonly<Record<string, Words>> = {
  '2': words('all right', 'done'),
  '3': words('go on', 'go on'),
  '4': words('not now, come back later', 'not now'),
  '5': words('no', 'no'),
}

export const CLASS_WORDS: Readonly<Record<string, Words>> = {
  delivered: words('taken', 'accepted', '2yz'),
  deferred: words('not now', 'deferred', '4yz'),
  refused: words('no', 'refused', '5yz'),
  open: words('under way', 'under way'),
}

export const SET_BY: Readonly<Record<SetBy, Words>> = {
  default: words('That is how it is usually set', 'Default'),
  scenario: words('The scenario has set', 'Set by the scenario'),
  world: words('This road has set', 'Set by this world'),
  person: words('You have set', 'Set by you'),
}

export const WHY_WORDS = {
  title: words('Why is it so?', 'Why?'),
  because: words('because', 'because'),
  although: words('although', 'although'),
  before: words('Before that:', 'Before that:'),
  first: words('It began so:', 'It began so:'),
  remedy: words('What would have helped:', 'What would have changed it:'),
} as const

export const STATES: Readonly<Record<string, Words>> = {
  delivered: words(
    'Arrived at {end}, after {took}.',
    'Delivered at {end}, after {took}.',
    'Delivered {end} (+{took}).',
  ),
  junk: words(
    'Arrived at {end}, after {took}, but lies in the junk folder.',
    'Delivered at {end}, after {took}, into the junk folder.',
    'Delivered {end} (+{took}), folder Junk.',
  ),
  twice: words(
    'Arrived at {end}, after {took}, and lies there {copies} times.',
    'Delivered at {end}, after {took}; copies: {copies}.',
  ),
  refused: words('Turned away for good at {end}.', 'Refused at {end}.'),
  bounced: words('Sent back to the writer at {end}.', 'Bounced at {end}.'),
  lost: words('Lost at {end}: nobody tries any more.', 'Lost at {end}: given up.'),
  discarded: words('Thrown away at {end}.', 'Discarded at {end}.'),
  waiting: words(
    'Waits at {holder}. Next knock: {next}.',
    'Waits at {holder}; next attempt {next}.',
  ),
  asleep: words('Waits at {holder}, which is asleep.', 'Waits at {holder}, which is asleep.'),
  away: words('Waits at {holder}, which is out of order.', 'Waits at {holder}, which is away.'),
  offline: words(
    'Waits at {holder} until its line is up again.',
    'Waits at {holder} for its next call.',
  ),
  open: words('On its way, from {holder}.', 'Under way, from {holder}.'),
}

/** Parts of a sentence on a message with many recipients. */
export const WHOLE = {
  reached: words(
    '{reached} of {all} arrived, the last at {last}, after {took}',
    '{reached} of {all} delivered, the last at {last}, after {took}',
    '{reached} of {all} recipients delivered, the last {last} (+{took})',
  ),
  none: words('None of {all} has arrived yet', '0 of {all} delivered so far'),
  aside: words('{aside} of them in the junk folder', '{aside} of them in the junk folder'),
  waiting: words('{waiting} still at {holder}', '{waiting} not done yet, at {holder}'),
  refused: words('{failed} turned away for good', '{failed} refused'),
  bounced: words('{failed} sent back to the writer', '{failed} bounced'),
  lost: words('{failed} lost', '{failed} given up'),
  discarded: words('{failed} thrown away', '{failed} discarded'),
} as const

export const TRIES = {
  none: words('No knock yet.', 'No attempt yet.'),
  at: words('at', 'to'),
  handOver: words('handed in at the post office', 'submission'),
  gap: words('{gap} later', '+{gap}'),
  more: words('… {n} more like this', '… {n} more like this'),
  fewer: words('Fold them again', 'Fold'),
  dialogue: words('What was said', 'Dialogue'),
  decided: words('this decided', 'this decided'),
  noDialogue: words(
    'Nothing was said: there was no connection.',
    'No dialogue: no connection came about.',
  ),
  local: words('put into a mailbox in the same house', 'local delivery'),
} as const

export const SOURCE = {
  caption: words(
    'The letter as it lies at {host} now. Each stamp shows who put it on.',
    'The message as it lies at {host} now; each field shows who added it.',
  ),
  addedBy: words('by {host}', 'added by {host}'),
  copy: 'Copy',
  copied: 'Copied.',
  failed: 'Copying is not allowed here. Select the text and copy it.',
  download: 'Save as .eml',
} as const

export const JOURNEY = {
  caption: words('Whose job it was, and is', 'Responsibility by host'),
  from: 'From',
  host: words('Whose job', 'Host'),
  during: words('For how long', 'Duration'),
  now: words('until now', 'so far'),
  ended: words('The end', 'End'),
} as const

/** The values of a choice need no translation; these are the states of a host. */
export const HOST_STATE: Readonly<Record<string, Words>> = {
  up: words('Running.', 'Up.'),
  refused: words('Not running since {since}.', 'Down since {since}: connections are refused.'),
  unreachable: words(
    'Cut off from the network since {since}.',
    'Unreachable since {since}: nothing answers.',
  ),
  asleep: words('Asleep since {since}.', 'Asleep since {since}.'),
  offline: words(
    'Line hung up since {since}.',
    'Off line since {since}.',
    'Offline since {since}.',
  ),
  off: words('Switched off all the time.', 'Switched off throughout.'),
}

export const HOST = {
  address: words('Address', 'IPv4 address'),
  queue: words('Letters that wait here', 'Queue'),
  queueEmpty: words('Nothing waits here.', 'The queue is empty.'),
  mailbox: words('In the mailboxes', 'Mailboxes'),
  mailboxEmpty: words('No letter has arrived.', 'No message has been delivered.'),
  options: words('Settings', 'Options'),
  covered: words(
    'Its settings are what you are to find out. They are here once you have handed in your card.',
    'Hidden until the card has been handed in.',
  ),
  dns: words('Address book', 'DNS records'),
  noDns: words('The address book does not know it.', 'No zone names this host.'),
  greylist: words('Strangers it has met', 'Greylist'),
  latest: (some: number, all: number): Words =>
    words(`(the last ${some} of ${all})`, `(latest ${some} of ${all})`),
  senders: words('What it thinks of those who have written', 'Senders by experience', 'Reputation'),
  sendersEmpty: words(
    'It has no opinion of anybody yet.',
    'Too little is known of any sender yet.',
  ),
  line: words('spam; the line is', 'against', 'against'),
  listings: words('Callers that it knows', 'Addresses it knows', 'Addresses'),
  listingsEmpty: words('Nobody has walked into a trap yet.', 'No address has been seen at a trap.'),
  junk: words('in the junk folder', 'junk folder', 'Junk'),
  greylistEmpty: words('No stranger has come yet.', 'No triplet is known yet.'),
  parts: words('About this host', 'About this host'),
  now: words('Now', 'Now'),
} as const

export const TRIPLET: Readonly<Record<string, Words>> = {
  young: words('has to wait', 'too young'),
  ready: words('may come in', 'old enough'),
  passed: words('known', 'passed'),
}

/** How an address stands on a blocklist. */
export const LISTING = {
  listed: words('on the list since {since}', 'listed since {since}'),
  until: words(
    'on the list since {since}, until {next} if it keeps quiet',
    'listed since {since}; off at {next} without another hit',
  ),
  due: words('goes on the list at {next}', 'will be listed at {next}'),
  free: words('not on the list', 'not listed'),
} as const

export const OPTIONS = {
  allowed: (range: string): string => `Allowed: ${range}`,
  wrong: (range: string): string => `This is not possible. Allowed: ${range}.`,
  atStart: words(
    'Holds from the start; changing it begins the run anew.',
    'From the start: changing it restarts the run.',
  ),
  live: words('Can be changed at any moment.', 'Live: holds from now on.'),
  change: 'Set',
  on: 'on',
  off: 'off',
} as const

export const DEEDS = {
  road: (road: string): string => `chose the road: ${road}`,
  set: (path: string, value: string): string => `set ${path} to ${value}`,
  lidClosed: (host: string): string => `closed the lid of ${host}`,
  lidOpened: (host: string): string => `opened the lid of ${host}`,
  power: {
    up: (host: string): string => `brought ${host} back`,
    refused: (host: string): string => `took ${host} down`,
    unreachable: (host: string): string => `cut ${host} off from the network`,
  },
  send: (from: string, to: string): string => `wrote a message from ${from} to ${to}`,
  sendAgain: (host: string): string => `pressed Send again on ${host}`,
  flush: (host: string): string => `had ${host} try everything at once`,
} as const
