/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { BetSpec, Condition, Lesson, Words } from '../scenario.ts'
import { words } from '../words.ts'
import { INVITED } from './choirs.ts'
import { TITLE } from './title.ts'

const ALL = [INVITED]
/** Six in the evening of the second day. */
const CONCERT = '34 h'

const RELAY_AT_ONCE: Condition = { reading: 'relayed.invite.inbox', oneOf: ALL }
const FEW_DIRECT: Condition = { reading: 'direct.invite.inbox', atMost: INVITED - 1 }

const BETS: readonly BetSpec[] = [
  {
    id: 'name-or-portions',
    answer: words(
      'by the known post office all at once; from a new one in growing portions',
      'through the known relay at once, or from the new server with a ramp',
      'established client at once; new client with a warm-up schedule',
    ),
    rightWhen: [
      [
        RELAY_AT_ONCE,
        FEW_DIRECT,
        { reading: 'relayed.ramp.lastArrival', atMost: CONCERT },
        { reading: 'relayed.slow.lastArrival', atLeast: CONCERT },
      ],
    ],
  },
  {
    id: 'no-detour',
    answer: words(
      'straight and all at once: sixty letters are nothing',
      'direct and all at once: sixty messages are no volume',
      'direct, no pacing: far below any limit',
    ),
    rightWhen: [[{ reading: 'direct.invite.inbox', oneOf: ALL }]],
  },
  {
    id: 'slow-is-safe',
    answer: words(
      'as slowly as possible: who does not push is let in',
      'as slowly as possible, from anywhere: pacing is all that counts',
      'constant low rate: below every allowance, hence in time',
    ),
    rightWhen: [
      [
        FEW_DIRECT,
        { reading: 'relayed.slow.inbox', oneOf: ALL },
        { reading: 'relayed.slow.lastArrival', atMost: CONCERT },
      ],
    ],
  },
  {
    id: 'bulk-is-bulk',
    answer: words(
      'not at all: sixty alike are turned away whoever brings them',
      'none: identical bulk is deferred from any server',
      'none: the limit is per content, not per client',
    ),
    rightWhen: [[{ reading: 'relayed.invite.inbox', atMost: INVITED - 1 }]],
  },
]

const EXPLANATION: readonly Words[] = [
  words(
    "Bob's college lets a post office that it has never met bring only a few letters an hour. Of " +
      "{direct.invite.sent} invitations straight from Alice's computer {direct.invite.inbox} came in; " +
      'the others heard: later. Her program knocks once, so {direct.invite.lost} are lost, and so is ' +
      'her question about the key: {direct.alice-1.outcome}.',
    'An unknown client may write to {option:mx.reputation.cold-start} recipients an hour and a share of ' +
      'its good past more. Direct, all at once: {direct.invite.inbox} of {direct.invite.sent} delivered, ' +
      '{direct.invite.lost} lost, and the unrelated alice-1 with them ({direct.alice-1.lastReply}).',
    'Allowance: {option:mx.reputation.cold-start} recipients an hour plus ' +
      '{option:mx.reputation.warm-up} per hundred good ones. Direct burst: {direct.invite.inbox} of ' +
      '{direct.invite.sent}; alice-1: {direct.alice-1.lastReply}, {direct.alice-1.outcome}.',
  ),
  words(
    "The school's post office brought {relayed.past.sent} good letters the day before. So it may bring " +
      '{relayed.invite.inbox} more at once: the last invitation took {relayed.invite.slowest}, the ' +
      'question about the key {relayed.alice-1.took}. A good name is something one can share.',
    'The relay has {relayed.past.sent} good messages on its account: {relayed.invite.inbox} of ' +
      '{relayed.invite.sent} pass at the first try, the slowest in {relayed.invite.slowest}; alice-1 in ' +
      '{relayed.alice-1.took}. Its users share a history.',
    'Client with history ({relayed.past.sent} good): {relayed.invite.inbox} of {relayed.invite.sent} in ' +
      '{relayed.invite.attempts} attempts; alice-1 {relayed.alice-1.took}.',
  ),
  words(
    'The second choir has a new post office, too, but begins with {relayed.ramp-first.sent} letters, ' +
      'then brings {relayed.ramp-second.sent}, then {relayed.ramp-third.sent}. Each portion is a bit of good name for the next one: all {relayed.ramp.inbox} are there ' +
      "by {relayed.ramp.lastArrivalClock}, nobody had to come back, and Carla's question in between " +
      'took {relayed.carla-1.took}.',
    'With a ramp ({relayed.ramp-first.sent}, {relayed.ramp-second.sent}, {relayed.ramp-third.sent}) a ' +
      'new server gets {relayed.ramp.inbox} of {relayed.ramp.sent} through in ' +
      '{relayed.ramp.attempts} attempts, the last one at {relayed.ramp.lastArrivalClock}. There is room ' +
      'left for other mail: carla-1 took {relayed.carla-1.took}.',
    'Warm-up: {relayed.ramp.inbox} delivered in {relayed.ramp.attempts} attempts, none deferred; last ' +
      'one {relayed.ramp.lastArrivalClock}; carla-1 {relayed.carla-1.took}.',
  ),
  words(
    'The third choir takes no risk and sends five an hour. All of it arrives, the last invitation at ' +
      '{relayed.slow.lastArrivalClock}: the concert was at six.',
    'Five an hour are never deferred and too slow: the last one arrives at ' +
      '{relayed.slow.lastArrivalClock}, after the event.',
    'A constant five an hour: last delivery {relayed.slow.lastArrivalClock}, past the deadline (18:00).',
  ),
  words(
    'And if Alice had a program that knocks again and again? Then {patient.invite.inbox} came in, after ' +
      '{patient.invite.attempts} knocks in all; her question about the key stood in the same queue and ' +
      "took {patient.alice-1.took}. Bob's college only says “later”. Large receivers also remember who " +
      'pushed, or put such letters aside.',
    'With a queue the burst gets through as well: {patient.invite.inbox} in {patient.invite.attempts} ' +
      'attempts, while alice-1 waits {patient.alice-1.took} behind it. Simplified: this receiver only ' +
      'defers; large ones also mark down who bursts, and warm-up takes weeks there, not hours.',
    'Burst with a queue: {patient.invite.attempts} attempts for {patient.invite.inbox}; alice-1 ' +
      '{patient.alice-1.took}. Simplified: deferrals leave no mark on the history, and the schedule is ' +
      'of hours where senders of bulk mail plan weeks.',
  ),
]

export const lesson: Lesson = {
  title: TITLE.title,
  question: words(
    'Sixty invitations to a concert tonight. How do they all get there in time: from a new post office ' +
      'or by one that is known, all at once or bit by bit?',
    'Sixty messages to one domain, today. Which way gets all of them there in time: new server or known ' +
      'relay, burst, ramp or trickle?',
    'Sixty messages to one MX with a cold-start allowance. Which client and which schedule deliver ' +
      'all before 18:00?',
  ),
  bets: BETS,
  watch: [
    words(
      'At nine all three choirs begin. Who hears “later”, and from which letter on?',
      'At 09:00 three senders begin. From which message on is the direct one deferred?',
      'Find the first deferral of the burst at 09:00.',
    ),
    words(
      'Ten minutes later Alice asks Bob about a key, and Carla about a piano. Whose question arrives?',
      'At 09:10: alice-1 and carla-1. Which of the two is deferred, and why?',
      'Compare the replies to alice-1 and carla-1 at 09:10.',
    ),
    words(
      'How large is each portion of the second choir, and does it ever have to come back?',
      'Compare the portions of the ramp with what the receiver allows in each hour.',
      'Compare each step of the ramp with the allowance shown in the finding.',
    ),
  ],
  explanation: EXPLANATION,
  next: [
    words(
      'What if the school had written less the day before? How much good name do sixty letters need?',
      'Raise the cold start, or lower the warm-up. From where on does the relay lose messages, too?',
      'At which reputation.warm-up does the established client begin to be deferred?',
    ),
    words(
      'What if one reader in ten calls an invitation spam? Who feels it, and when?',
      'Set mx.complaints.good to 100 and mx.complaints.action to defer. Who is deferred, and since when?',
      'Set complaints.good=100 and complaints.action=defer. Which clients cross the limit, and when?',
    ),
    words(
      'Why does a spammer not simply begin with a few good letters?',
      'How would a snowshoe spammer warm up its addresses, and what does that cost?',
      'Which of the two keys of a reputation, address or domain, is cheaper to warm up anew?',
    ),
  ],
}
