/** What links of a chain say about queues that wait on purpose, lines, and servers in trouble. */
import type { WhyKind } from '../../sim/facts/why.ts'
import type { Words } from '../../sim/scenarios/scenario.ts'

const words = (everyday: string, technical: string, protocol = technical): Words => ({
  everyday,
  technical,
  protocol,
})

export const QUEUE_WHY = {
  called: words(
    'The telephone line of {host} was up, and a call costs money: everything that waited went with it.',
    'The line of {host} came up; its whole queue was sent as a batch.',
    'Line of {host} up ({option}); the queue was flushed.',
  ),
  flushed: words(
    'You had {host} try every waiting letter at once.',
    'The queue of {host} was flushed by hand.',
    'Queue of {host} flushed (postqueue -f): retry times and dead destinations did not count.',
  ),
  'asked-for': words(
    'The server of {domain} had come online and asked {host} for its letters.',
    'The server of {domain} asked {host} by ETRN to deliver what waited.',
    'ETRN {domain}: {host} started its queue for the domain.',
  ),
  turned: words(
    'The server of {domain} had called {host} and turned the conversation round: now {host} spoke.',
    'The server of {domain} turned the connection round (ODMR); {host} delivered over it.',
    'ATRN {domain}: roles reversed on the same connection; {host} is the client.',
  ),
  'server-offline': words(
    '{server} is reached by telephone only now and then, and had hung up at {since}.',
    '{server} was off line since {since}: its line is up only during calls.',
  ),
  'hung-up': words(
    '{host} has hung up its telephone line at {since}, and waits for the next call.',
    '{host} is off line since {since}: it sends during calls only.',
  ),
  suspended: words(
    '{host} had knocked in vain too often. It leaves {domain} alone for {value}, and did not even try.',
    '{domain} had failed too often in a row: {host} suspends delivery for {value}. The last failure: {reply}.',
    'Destination {domain} is dead for {value} ({option}); deferred untried with the last failure, {reply}.',
  ),
  'not-yet-time': words(
    'The time for {domain} had not come: {host} keeps one list of closed doors for all letters.',
    '{host} keeps retry times by host, not by message: the time for {domain} had not come.',
    'Retry time not reached for any host of {domain}; no connection was made.',
  ),
  'in-trouble': words(
    '{server} was in trouble of its own. It had nothing to do with the letter.',
    '{server} was in trouble, whatever the message.',
  ),
  'in-a-circle': words(
    'The letter went round in a circle from server to server, until one counted its stamps.',
    'A mail loop: the message had more Received fields than {server} allows ({value}).',
    'Received fields above {option} = {value} on {server}: a loop.',
  ),
  'acknowledgement-lost': words(
    '{server} had taken the letter, but its “yes” was lost on the way. The sender cannot know, and ' +
      'has to send it again.',
    '{server} had accepted it, but the line broke with the 250 on it. The sender has to try again, ' +
      'and a duplicate comes of it.',
    'The 250 after the data was lost: {server} is responsible, and the client does not know.',
  ),
} as const satisfies Partial<Record<WhyKind, Words>>

/** The rule of another mail server than Postfix; `{law}` is its name. */
export const LAW_RULE = words(
  'After a failure {host} waits by the rule of {law}: this time {wait}.',
  'The queue of {host} follows the retry rule of {law}: {wait} this time.',
  'Retry rule of {law} ({option}.law): next attempt after {wait}.',
)
