/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const DIRECT = 'direct.alice-1.outcome'
const RELAYED = 'relayed.alice-1.outcome'
const ARRIVES = ['delivered']
const STAYS_OUT = ['refused', 'bounced', 'lost', 'queued']

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday: "Bob's server is down, and Alice shuts her laptop. When does her letter arrive?",
    technical: 'The MX is down, and the laptop goes to sleep. When is the message delivered?',
    protocol: 'The MX is down, and the first client goes away. When does each transfer end?',
  },
  bets: [
    {
      id: 'relayed-hours-earlier',
      answer: {
        everyday: 'by post office it arrives hours earlier',
        technical: 'the relayed one arrives hours before the direct one',
        protocol: 'the relay delivers hours before the direct client',
      },
      rightWhen: [
        [
          { reading: RELAYED, oneOf: ARRIVES },
          { reading: 'relayed.alice-1.endedAt', atMost: '2 h' },
          { reading: DIRECT, oneOf: ARRIVES },
          { reading: 'direct.alice-1.endedAt', atLeast: '4 h' },
        ],
        [
          { reading: RELAYED, oneOf: ARRIVES },
          { reading: DIRECT, oneOf: STAYS_OUT },
        ],
      ],
    },
    {
      id: 'both-soon',
      answer: {
        everyday: "both arrive soon after Bob's server is back",
        technical: 'both arrive soon after the MX is back',
        protocol: 'both are delivered soon after the MX is back',
      },
      rightWhen: [
        [
          { reading: RELAYED, oneOf: ARRIVES },
          { reading: 'relayed.alice-1.endedAt', atMost: '2 h' },
          { reading: DIRECT, oneOf: ARRIVES },
          { reading: 'direct.alice-1.endedAt', atMost: '2 h' },
        ],
      ],
    },
    {
      id: 'neither',
      answer: {
        everyday: 'neither arrives: a letter turned away is lost',
        technical: 'neither arrives: a failed attempt is a lost message',
        protocol: 'neither arrives: a refused connection is final',
      },
      rightWhen: [
        [
          { reading: RELAYED, oneOf: STAYS_OUT },
          { reading: DIRECT, oneOf: STAYS_OUT },
        ],
      ],
    },
  ],
  watch: [
    {
      everyday: 'Follow the baton: whose job is the letter when the lid closes?',
      technical:
        'Follow the baton: who is responsible for the message when the laptop falls asleep?',
      protocol:
        'Follow the baton: which host has given the last 250 after the data when the client goes ' +
        'away?',
    },
    {
      everyday: "Who knocks at Bob's closed door, how often, and with what waits in between?",
      technical: 'Count the attempts on each road, and look at the waits between them.',
      protocol: "Attempts and back-off on each road: on what does the relay's next wait depend?",
    },
    {
      everyday: 'For how long did the laptop have to stay awake on each road?',
      technical: 'For how long was the laptop needed on each road?',
      protocol: 'Up to which reply was the first client needed on each road?',
    },
  ],
  explanation: [
    {
      everyday:
        'By post office: {relayed.alice-1.outcome} after {relayed.alice-1.endedAt}, tries: ' +
        '{relayed.alice-1.attempts}. Straight from the laptop: {direct.alice-1.outcome} after ' +
        '{direct.alice-1.endedAt}, tries: {direct.alice-1.attempts}. The letter, the closed door ' +
        'and the lid were the same.',
      technical:
        'Relayed: {relayed.alice-1.outcome} at {relayed.alice-1.endedAtClock}, after ' +
        '{relayed.alice-1.endedAt}; attempts: {relayed.alice-1.attempts}. Direct: ' +
        '{direct.alice-1.outcome} at {direct.alice-1.endedAtClock}, after ' +
        '{direct.alice-1.endedAt}; attempts: {direct.alice-1.attempts}, the first with ' +
        '{direct.alice-1.firstReply}. Message, outage and lid were the same.',
      protocol:
        'Relayed: {relayed.alice-1.lastReply}, {relayed.alice-1.outcome} after ' +
        '{relayed.alice-1.endedAt}; attempts: {relayed.alice-1.attempts}. Direct: first ' +
        '{direct.alice-1.firstReply}, last {direct.alice-1.lastReply}, {direct.alice-1.outcome} ' +
        'after {direct.alice-1.endedAt}; attempts: {direct.alice-1.attempts}. Message, outage ' +
        'and lid were the same.',
    },
    {
      everyday:
        '"Sent" means that somebody else now owns the job. A mail server that takes a letter ' +
        'makes a promise: I deliver it, or I tell you that I could not. By post office Alice had ' +
        'this promise after {relayed.alice-1.handedOver}. From then on she could close the lid.',
      technical:
        '"Sent" means that somebody else now owns the job. The submission server accepted the ' +
        'message after {relayed.alice-1.handedOver}. From then on it has to deliver it or report ' +
        'the failure, and the laptop may sleep, move or break: the message no longer depends on ' +
        'it.',
      protocol:
        'RFC 5321 §6.1: with the 250 after the end of the data the receiver takes on the duty to ' +
        'deliver the message or to report the failure. The submission server did so after ' +
        "{relayed.alice-1.handedOver}. Up to that reply the duty is the client's; at no moment " +
        "is it nobody's.",
    },
    {
      everyday:
        'The laptop can knock only while it is awake. Her post office, the outgoing server in ' +
        'her mail settings, is always open, has a shelf for letters that cannot go yet, and ' +
        'knocks again and again, with longer waits, until the door opens.',
      technical:
        'A relay is always on, has a queue, and keeps trying: here its second attempt came ' +
        '{relayed.alice-1.firstGap} after the first. The older a message, the longer the next ' +
        'wait, so that a server which comes back is not drowned in retries. An outbox is a queue ' +
        'too, but it sleeps when the laptop sleeps.',
      protocol:
        'A connection that fails is a temporary failure: the message is queued and retried (RFC ' +
        "5321 §4.5.4.1). Postfix's rule, kept here, waits as long as the message is old, from " +
        '{option:relay.queue.min-backoff} up to {option:relay.queue.max-backoff}, and then for ' +
        'the next queue scan. The RFC recommends 30 minutes or more.',
    },
    {
      everyday:
        'Could the laptop do this as well? Yes, if it kept trying by itself, never slept and ' +
        'always had the same address. But then Alice would have a mail server at home, and ' +
        'somebody would have to look after it.',
      technical:
        'The laptop has three switches: tries again, always on, same address each time. With all ' +
        'three on it does what the relay does. It is then no longer a mail program on a laptop, ' +
        "but a mail server at Alice's home.",
      protocol:
        'RFC 5321 §3.6.3 speaks of clients that cannot queue for later attempts and use one ' +
        'server for everything. Three options separate our MUA from an MTA: laptop.retry, ' +
        'laptop.always-on, laptop.same-address. Whoever sets all three has built an MTA at home.',
    },
  ],
  next: [
    {
      everyday:
        'Let the laptop keep trying, stay awake and keep its address. Which road wins now? Would ' +
        'you want such a machine at home?',
      technical:
        'Set laptop.retry to postfix, and switch on always-on and same-address. What can the ' +
        'relay do now that the laptop cannot?',
      protocol:
        'Set laptop.retry to postfix, laptop.always-on and laptop.same-address to on. Which ' +
        'duties of an MTA are still missing?',
    },
    {
      everyday:
        'Now let the post office itself be closed for the first ten minutes. Which road suffers?',
      technical:
        'Set relay.outage.lasts to 600 s. Which failures does a relay protect you from, and ' +
        'which not?',
      protocol:
        'Set relay.outage.lasts to 600 s. Whose duty is the message as long as no submission ' +
        'server answers?',
    },
    {
      everyday: "Let Bob's server be down for a whole day. What does Alice hear in the meantime?",
      technical:
        'Set mx.outage.lasts to 86400 s. How many attempts does the relay make, and what does ' +
        'Alice hear meanwhile?',
      protocol:
        'Set mx.outage.lasts beyond {option:relay.queue.lifetime}. What does the relay send ' +
        'then, to whom, with which reverse-path?',
    },
  ],
}
