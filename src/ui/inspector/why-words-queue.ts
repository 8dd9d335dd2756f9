/** What links of a chain say about queues that wait on purpose, lines, and servers in trouble. */
import type { WhyKind } from '../../sim/facts/why.ts'
import type { Words } from '../../sim/scenarios/scenario.ts'
import { words } from '../../sim/scenarios/words.ts'

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
    '{host} hung up its telephone line at {since}, and waits for the next call.',
    '{host} is off line since {since}: it sends during calls only.',
  ),
  suspended: words(
    '{host} had knocked in vain at {domain} too often in a row. It leaves that door alone for ' +
      '{value}, and did not even knock for this letter.',
    '{host} had failed at {domain} too often in a row and makes no attempts there for {value}. The ' +
      'last failure was: {reply}.',
    'Destination {domain} is dead for {value} ({option}); deferred without an attempt, with the ' +
      'last failure: {reply}.',
  ),
  'not-yet-time': words(
    '{host} keeps one list of closed doors for all its letters, and the time to knock at {domain} ' +
      'again had not come.',
    '{host} keeps retry times by host, not by message, and the time for {domain} had not come.',
    'Retry time not reached for any host of {domain}; no connection was made.',
  ),
  'in-trouble': words(
    '{server} was in trouble of its own; it had nothing to do with the letter.',
    '{server} was in trouble of its own, whatever the message.',
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

/** What would have changed what queues and lines do. */
export const QUEUE_REMEDIES = {
  suspended: words(
    'Another knock at {domain} that succeeds, or somebody who has {host} try everything at once.',
    'Flushing the queue of {host}, or a shorter {option}.',
    'A flush of {host}, which clears the dead destination, or a shorter {option}.',
  ),
  'server-offline': words(
    'A neighbour who is always there and keeps letters until {server} calls.',
    'A host that is always on and takes the mail until the line of {server} is up: a backup MX.',
    'A second MX record with a host that is always on, from which {server} fetches its mail.',
  ),
  'hung-up': words(
    'A line that is always up, or a neighbour with one who takes the letters over.',
    'A line that is always up, or a relay with one that takes the queue over.',
  ),
  'acknowledgement-lost': words(
    'Nothing that the sender could do: to knock again is right, and a second copy is the price.',
    'Nothing at the sender: it has to retry. Only a server that knows the message again by its ' +
      'Message-ID could drop the copy.',
    'Nothing: the client has to retry (RFC 5321 §4.5.3.2.6), and a server may only suppress a ' +
      'duplicate by its Message-ID.',
  ),
  'in-a-circle': words(
    'One of the servers has to learn that the letter is meant for itself, or for somebody else.',
    'Another route on one of the servers: that it delivers the domain, or sends it elsewhere.',
    'An MX or transport entry that does not lead back. Trying again does not help.',
  ),
  'not-yet-time': words(
    'Somebody who has {host} try everything at once.',
    'Flushing the queue of {host}.',
  ),
} as const satisfies Partial<Record<WhyKind, Words>>

/** A mail program with a server's rule gave up since the message was too old for it. */
export const LAW_GAVE_UP = words(
  '{host} had kept on trying like a post office ({law}), and gave up when the letter had become {age} old.',
  '{option} = {value}: it gave up and showed an error when the message was {age} old. Attempts: {tries}.',
  '{option} = {value}: lifetime over at an age of {age}. Tries: {tries}.',
)

/** What would have helped it. */
export const LAW_GAVE_UP_REMEDY = words(
  'More patience, or a server that is back sooner.',
  'A longer lifetime, or a server that is back sooner.',
)

/** The law of equal gaps is no program's, and has no name. */
export const EQUAL_GAPS = words(
  '{host} always waits equally long after a failure: {wait}.',
  'The queue of {host} retries at equal gaps: {wait}.',
  'Fixed retry interval ({option}.law): next attempt after {wait}.',
)

/** The rule of another mail server than Postfix; `{law}` is its name. */
export const LAW_RULE = words(
  'After a failure {host} waits by the rule of {law}: this time {wait}.',
  'The queue of {host} follows the retry rule of {law}: {wait} this time.',
  'Retry rule of {law} ({option}.law): next attempt after {wait}.',
)
