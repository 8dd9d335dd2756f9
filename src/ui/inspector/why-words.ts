/**
 * What each link of a chain says, in three vocabularies. Braces are values of the link or of an
 * option at that instant. `kind:value` is the wording for one particular value of `reply`.
 */
import type { WhyKind } from '../../sim/facts/why.ts'
import type { Words } from '../../sim/scenarios/scenario.ts'
import { words } from '../../sim/scenarios/words.ts'
import { CHECK_WHY } from './why-words-checks.ts'
import { QUEUE_REMEDIES, QUEUE_WHY } from './why-words-queue.ts'
import { SENDER_REMEDIES, SENDER_WHY } from './why-words-senders.ts'

export const WHY: Readonly<Record<WhyKind, Words>> = {
  ...QUEUE_WHY,
  ...CHECK_WHY,
  ...SENDER_WHY,
  delivered: words(
    'The letter lies in the mailbox of {to}, {took} after it was written.',
    'Delivered into the mailbox of {to} on {host}, after {took}.',
    'Final delivery to <{to}> on {host}; time since submission: {took}.',
  ),
  'under-way': words(
    'It is being tried at this moment, from {host}.',
    'An attempt from {host} is under way.',
  ),
  waiting: words(
    'The letter waits at {host}. It is the job of {host} to deliver it.',
    'Not delivered yet: it waits in the queue of {host}. Attempts so far: {tries}.',
    '{host} has the responsibility for the message; delivery is deferred. Attempts: {tries}.',
  ),
  lost: words(
    'The letter is lost: nobody tries any more.',
    'Not delivered, and nobody will try again.',
    'Not delivered to <{to}>; the client has abandoned the transaction.',
  ),
  refused: words(
    'The letter was turned away for good.',
    'Refused for good; the sending program has shown an error.',
    'Permanent failure for <{to}>; the client does not retry after a 5yz reply.',
  ),
  bounced: words(
    'The letter could not be delivered, and {host} has sent a note about it to the writer.',
    '{host} gave up and returned a bounce to the sender.',
    '{host} sent a delivery status notification to the reverse-path.',
  ),
  discarded: words(
    'The note could not be delivered either, and was thrown away.',
    'A bounce that cannot be delivered is thrown away: nobody is told about it.',
    'Null reverse-path: no notification is ever sent about a notification.',
  ),

  'first-try': words(
    'The first knock at the door was enough.',
    'The first attempt went through.',
    'No earlier attempt; {server} accepted at once.',
  ),
  'handed-over': words(
    '{host} took the letter over after {took}. From then on it was its job.',
    '{host} accepted it after {took}; from then on it was responsible.',
    '{host} answered 250 to the data after {took} and so took responsibility.',
  ),
  'next-scan': words(
    '{host} goes through the waiting letters at fixed times, and this was one of them.',
    'The queue of {host} is scanned every {scan}; this scan found the message due.',
    'qmgr scan at {at}; period {scan}, phase drawn from the seed.',
  ),
  'retry-rule': words(
    'After a failure {host} waits about as long again as the letter is old: this time {wait}.',
    'The wait is the age of the message ({age}), but at least {min} and at most {max}, and then ' +
      'until the next scan of the queue: {wait}.',
    'next = now + min(max({age}, {min}), {max}), then the next scan: {wait} in all.',
  ),
  'retry-habit': words(
    'After a failure {host} tries again by itself after {wait}.',
    'The mail program on {host} is set to {option} = {value}: again after {wait}.',
  ),
  woke: words(
    '{host} slept for {lasted}. When it woke, it tried at once.',
    '{host} woke after {lasted} and ran its outbox.',
    '{host} was suspended for {lasted}; overdue attempts ran on resume.',
  ),
  'came-back': words(
    '{host} was back at {at}, but nobody knew.',
    '{host} could be reached again from {at} on; only the next attempt could find out.',
  ),
  'pressed-again': words(
    'Somebody pressed Send again.',
    'Somebody pressed Send again, so the message was tried at once.',
  ),
  'gave-up': words(
    'The mail program gave up and told its user. That is how it is set: {value}.',
    '{option} = {value}: it gave up and showed an error. Attempts: {tries}.',
    '{option} = {value}. A client that cannot queue leaves the retry to its user. Tries: {tries}.',
  ),
  'bot-gave-up': words(
    'An infected PC never comes back: it has thousands of other letters to send.',
    'Fire and forget: the bot keeps no queue and never tries again.',
  ),
  expired: words(
    '{host} gave up: the letter had been waiting for {age}, and it keeps none for longer than {value}.',
    'Older than the lifetime of the queue: {age} against {value} ({option}).',
    'maximal_queue_lifetime = {value}; age at the last failed attempt: {age}.',
  ),
  reports: words(
    'It is the note about the letter {about}.',
    'It is the bounce about {about}.',
    'Delivery status notification about {about}.',
  ),

  replied: words(
    '{server} said “{said}”.',
    '{server} answered {reply} to {from}.',
    '{server} replied {reply}.',
  ),
  'refused-by-network': words(
    'The knock of {from} came to nothing: {reply}.',
    'The attempt from {from} failed: {reply}.',
  ),
  'server-down': words(
    '{server} was not running, since {since}.',
    '{server} was down since {since}: nothing listened at its port.',
    'No listener on {server} since {since}: TCP answers with a reset.',
  ),
  'server-unreachable': words(
    '{server} was cut off from the network, since {since}.',
    '{server} was unreachable since {since}: nothing came back at all.',
    'No answer to SYN from {server}, unreachable since {since}.',
  ),
  'server-asleep': words(
    '{server} was asleep, since {since}.',
    '{server} was asleep since {since}.',
  ),
  'nobody-there': words(
    'Nobody lives at the address {address}.',
    'No host has the address {address}.',
  ),
  'no-service': words(
    '{server} takes no letters at this door.',
    '{server} offers no such service.',
    'No listener for this service on {server} [{address}].',
  ),
  'shut-in': words(
    '{host} may not knock at other post offices: the company that connects it lets nothing through.',
    'The access provider of {host} lets nothing out to port 25: {server} never heard of it.',
    'Outbound TCP port 25 is blocked on the line of {host}: no answer to SYN.',
  ),
  asleep: words(
    '{host} fell asleep at {since}, and then does nothing at all.',
    '{host} went to sleep at {since}: no network, no timers.',
  ),
  'switched-off': words('{host} was not running, since {since}.', '{host} was down since {since}.'),
  'cut-off': words(
    '{host} has been cut off from the network since {since}.',
    '{host} has had no network since {since}.',
  ),
  dns: words(
    'The address book knows no way to {domain}.',
    'The DNS gave no host for {domain}: {result}.',
    'MX/A of {domain}: {rcode}; {result}.',
  ),
  'greylisted-new': words(
    '{server} had never seen this sender. Strangers have to come back after {needs}.',
    'Greylisted: first seen at {first}, needs {needs}, waited {waited}.',
    'Triplet (client network, reverse-path, forward-path) first seen {first}; needs {needs}, ' +
      'waited {waited}.',
  ),
  'greylisted-early': words(
    'It came back too early: after {waited}, and {needs} are asked for.',
    'Greylisted: first seen at {first}, needs {needs}, waited {waited}.',
  ),
  'greylisted-late': words(
    'It came back too late: {server} had forgotten it after {needs}, and begins anew.',
    'The retry window of {needs} was over; the triplet starts again.',
  ),
  'greylist-passed': words(
    'It came back after {waited}, and {needs} were asked for: so it was let in.',
    'Greylisting passed: waited {waited}, needs {needs}.',
  ),
  'user-unknown': words(
    'Nobody at {server} is called {to}.',
    'There is no mailbox {to} on {server}.',
  ),
  'relay-denied': words(
    '{server} takes no letters for {domain}.',
    '{server} does not relay to {domain} for strangers.',
  ),
  'too-big': words(
    'The letter is too heavy: {octets} octets, and {server} takes {value} at most.',
    '{octets} octets exceed the size limit of {server}: {value}.',
  ),
  'not-logged-in': words(
    '{sender} has no account with {server}.',
    '{server} knows no user {sender}, so nobody may send in that name.',
  ),

  setting: words('{who}: {about} ({value}).', '{who}: {option} = {value}.'),
  'by-scenario': words('The scenario has it so.', 'Set by the scenario: {option} = {value}.'),
  'by-person': words('That was you: {deed}.', 'An act of yours: {deed}.'),
  written: words(
    '{sender} wrote the letter to {to}, at {at}.',
    'Sent by {sender} to {to} at {at}.',
    'MAIL FROM:<{sender}>, RCPT TO:<{to}>, sent at {at}.',
  ),
}

/** Wordings for one value of `reply` (or `result`), where they can say more. */
export const WHY_ONE: Readonly<Record<string, Words>> = {
  'refused-by-network:connection refused': words(
    'Nobody opened the door of {server}: connection refused.',
    '{server} refused the connection of {from}.',
    '{from} → {server}: connection refused (4.4.1).',
  ),
  'refused-by-network:connect timeout': words(
    'Nothing answered at all. {from} waited for half a minute and went away.',
    'No answer to the connection of {from}: timeout.',
    '{from}: connect timeout (4.4.1).',
  ),
  'refused-by-network:lost connection': words(
    'The line broke in the middle of the conversation.',
    'The connection of {from} was lost.',
    '{from}: lost connection (4.4.2).',
  ),
  'dns:no such domain': words(
    'There is no such place as {domain}.',
    'The domain {domain} does not exist.',
    '{domain}: {rcode}.',
  ),
  'first-try:local': words(
    'It did not have to leave the house.',
    'The mailbox is on the same host.',
  ),
}

/** What would have changed the outcome; the first kind of a chain that is here speaks. */
export const REMEDIES: Partial<Record<WhyKind, Words>> = {
  ...QUEUE_REMEDIES,
  ...SENDER_REMEDIES,
  asleep: words(
    'A machine that never sleeps, and whose job it is, would have gone on trying.',
    'An always-on host with a queue of its own would have gone on trying.',
  ),
  woke: words(
    'A machine that never sleeps, and whose job it is, could have tried in between.',
    'An always-on host with a queue of its own could have tried in between.',
  ),
  'gave-up': words(
    'Press Send again, and see whether coming back is enough.',
    'Send again by hand, or set {option} to something that retries.',
  ),
  'bot-gave-up': words(
    'A bot that kept a list and came back would get in. Greylisting lives on their haste.',
    'A bot with a queue would pass; see what that would cost it.',
  ),
  expired: words(
    'With more patience ({option}) it might still be waiting.',
    'A longer {option} would have kept it waiting.',
  ),
  'user-unknown': words(
    'Only another address helps; coming back does not.',
    'A correct address. Trying again does not help against a 5yz.',
  ),
  dns: words('Only another address helps.', 'A domain that exists and takes mail.'),
  'server-down': words(
    'Somebody has to go on trying until {server} is back.',
    'Retries until {server} is back, by a host that stays awake.',
  ),
  'server-unreachable': words(
    'Somebody has to go on trying until {server} is back.',
    'Retries until {server} can be reached, by a host that stays awake.',
  ),
  'greylisted-new': words(
    'Coming back after {needs}, from the same place.',
    'A second attempt after {needs} from the same network, same sender, same recipient.',
  ),
  'greylisted-early': words('Coming back a little later.', 'An attempt after {needs} in all.'),
}
