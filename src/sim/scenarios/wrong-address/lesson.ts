/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const DIRECT = 'direct.alice-1.outcome'
const RELAYED = 'relayed.alice-1.outcome'
/** Of the letter to two people, with one of the names mistyped. */
const DIRECT_REACHED = 'direct.alice-2.reached'
const RELAYED_REACHED = 'relayed.alice-2.reached'

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      'Alice mistypes a name, once alone and once beside a right one. On which road does she ' +
      'hear of it, and how?',
    technical:
      'One recipient does not exist, once alone and once beside one that does. Who notices, and ' +
      'how does Alice hear of it on each road?',
    protocol:
      'An unknown forward-path, alone and next to a good one. Who sees the 5yz at RCPT on each ' +
      'road, and what becomes of the good one?',
  },
  bets: [
    {
      id: 'error-or-letter',
      answer: {
        everyday: 'straight: an error on her screen; by post office: a letter back',
        technical: 'direct: an error at once; relayed: a bounce',
        protocol: 'direct: a 5yz at the client; relayed: a report',
      },
      rightWhen: [
        [
          { reading: DIRECT, oneOf: ['refused'] },
          { reading: RELAYED, oneOf: ['bounced'] },
          { reading: DIRECT_REACHED, oneOf: [1] },
          { reading: RELAYED_REACHED, oneOf: [1] },
        ],
      ],
    },
    {
      id: 'all-or-nothing',
      answer: {
        everyday: 'an error, and nobody gets the letter with the wrong name on it',
        technical: 'one bad recipient stops the message for all of them',
        protocol: 'one 5yz at RCPT ends the whole transaction',
      },
      rightWhen: [
        [
          { reading: DIRECT_REACHED, oneOf: [0] },
          { reading: RELAYED_REACHED, oneOf: [0] },
        ],
      ],
    },
    {
      id: 'at-the-counter',
      answer: {
        everyday: 'on both roads at once: the post office refuses a wrong name',
        technical: 'the same: the relay refuses it at submission',
        protocol: 'the same: the submission server answers RCPT with the 5yz',
      },
      rightWhen: [
        [
          { reading: DIRECT, oneOf: ['refused'] },
          { reading: RELAYED, oneOf: ['refused'] },
        ],
      ],
    },
    {
      id: 'never-by-post',
      answer: {
        everyday: 'straight at once; by post office never: it took the letter',
        technical: 'direct at once; relayed never, since it was accepted',
        protocol: 'direct: the 5yz; relayed: nothing after the 250',
      },
      rightWhen: [
        [
          { reading: DIRECT, oneOf: ['refused'] },
          { reading: RELAYED, oneOf: ['lost', 'discarded', 'queued'] },
        ],
      ],
    },
  ],
  watch: [
    {
      everyday: "Who stands at the counter when Bob's server says that nobody is called that?",
      technical: 'Which host is talking to the MX when it refuses the recipient?',
      protocol: 'Which client receives the 5yz at RCPT on each road?',
    },
    {
      everyday: 'What does the post office do with a letter that it cannot deliver?',
      technical: 'What does the relay make out of the refusal, and where does it send that?',
      protocol: 'Which reverse-path has the report, and to which mailbox does it go?',
    },
    {
      everyday: 'In the letter to two people: what happens to the name that is right?',
      technical: 'In the message to two recipients: which of them gets it?',
      protocol: 'In the second transaction, compare the replies to the two RCPT commands.',
    },
  ],
  explanation: [
    {
      everyday:
        'Straight: {direct.alice-1.outcome}, and Alice saw it after {direct.alice-1.toldAfter}. ' +
        'By post office: {relayed.alice-1.outcome}, and the letter about it was in her mailbox ' +
        'after {relayed.alice-1.toldAfter}. Of the letter to two people, delivered straight: ' +
        '{direct.alice-2.reached}, by post office: {relayed.alice-2.reached}.',
      technical:
        'Direct: {direct.alice-1.outcome} with {direct.alice-1.lastReply}, shown by the program ' +
        'after {direct.alice-1.toldAfter}. Relayed: accepted after {relayed.alice-1.handedOver}, ' +
        'then {relayed.alice-1.outcome} with {relayed.alice-1.lastReply}; bounce in the mailbox ' +
        'after {relayed.alice-1.toldAfter}. Of the message to two, reached: ' +
        '{direct.alice-2.reached} and {relayed.alice-2.reached}.',
      protocol:
        'Direct: {direct.alice-1.lastReply} to the laptop, user told after ' +
        '{direct.alice-1.toldAfter}. Relayed: 250 from the submission server after ' +
        '{relayed.alice-1.handedOver}, {relayed.alice-1.lastReply} to the relay, report ' +
        'delivered after {relayed.alice-1.toldAfter}. Second message, recipients reached and ' +
        'failed: {direct.alice-2.reached} and {direct.alice-2.failed} direct, ' +
        '{relayed.alice-2.reached} and {relayed.alice-2.failed} relayed.',
    },
    {
      everyday:
        "Only Bob's server knows who lives there. The post office does not, so it takes the " +
        'letter. When it is turned away, Alice is not there any more: perhaps the lid is closed. ' +
        'But the post office has promised to deliver or to tell her, and so it writes to her.',
      technical:
        "The relay has no list of the college's mailboxes and accepts any address. The refusal " +
        'reaches the relay, and the session with Alice is over by then. What was an error in a ' +
        'dialogue becomes a message of its own, a bounce. That is a price of the relay: she has ' +
        'to read her mail to hear of it.',
      protocol:
        'A mailbox is refused at RCPT by the host that knows it (RFC 5321 §3.3). A relay that ' +
        'has given its 250 must then deliver or send a report to the reverse-path, with a null ' +
        'reverse-path of its own (RFC 5321 §6.1, RFC 3464). A reply in a session has become a ' +
        'message; the session that could have carried it is closed.',
    },
    {
      everyday:
        'Such a letter needs a place to arrive at, a mailbox that is always open. Straight ' +
        'delivery does not save Alice from this: a server may take her letter and find out ' +
        'later that it cannot go on. Whoever sends letters has to be able to get one.',
      technical:
        "The bounce goes to Alice's envelope address, so there must be a server that is always " +
        'on and has her mailbox. Direct delivery needs it, too: a backup exchanger or a ' +
        'forwarder accepts first and fails later, and then has nobody to tell but that mailbox.',
      protocol:
        'The reverse-path is where reports go, so it has to name a mailbox at a reachable ' +
        'exchanger, whichever host sent the message. On the direct road the first server may ' +
        'itself be a relay, a backup exchanger for instance (RFC 5321 §5.1), and report later.',
    },
    {
      everyday:
        'Each name on the envelope gets an answer of its own. The letter is not torn up because ' +
        'one of two names is wrong. Alice is told of the wrong one, and only of that.',
      technical:
        'Each recipient is accepted or refused by itself, and the message goes to those that ' +
        'were accepted. The error or the bounce names only the others. An error code is not the ' +
        'end of a message.',
      protocol:
        'Every RCPT has its own reply; DATA goes ahead as long as one of them was accepted. ' +
        'Reports have a block of fields for each failed recipient (RFC 3464 §2.3), and none ' +
        'for those that were reached.',
    },
    {
      everyday:
        "A bounce need not be quick. Where Bob's server first tells strangers to come back, the " +
        'post office came back and heard the truth: Alice was told after ' +
        '{greylist.alice-1.toldAfter}. A program that tries once heard only "not now". It never ' +
        'learnt that the name is wrong, and the right name got nothing either: delivered ' +
        '{greylist-once.alice-2.reached}.',
      technical:
        'With greylisting before the look at the mailbox, the relay first got ' +
        '{greylist.alice-1.firstReply}, came back, got {greylist.alice-1.lastReply}, and ' +
        'bounced after {greylist.alice-1.toldAfter}. The program that tries once got ' +
        '{greylist-once.alice-1.lastReply} and gave up: it knows that something failed, but not ' +
        'that the address is wrong. Of the message to two it reached ' +
        '{greylist-once.alice-2.reached}.',
      protocol:
        'An MX that greylists first gives the unknown user {greylist.alice-1.firstReply}; ' +
        'attempts until {greylist.alice-1.lastReply}: {greylist.alice-1.attempts}, report after ' +
        '{greylist.alice-1.toldAfter}. The client without retry has ' +
        '{greylist-once.alice-1.lastReply} and cannot tell a permanent error from a temporary ' +
        'one. Only who keeps the queue hears the last word (RFC 5321 §4.2.1).',
    },
  ],
  next: [
    {
      everyday:
        "Let Bob's server tell strangers to come back, but look for the name first. How soon is " +
        'Alice told now, and what can a stranger find out?',
      technical:
        'Switch on mx.greylist.on and set mx.order to recipient-first. What is gained, and what ' +
        'does a spammer who guesses names gain?',
      protocol:
        'Set mx.greylist.on to on and mx.order to recipient-first. Compare the first reply to ' +
        'the unknown forward-path with that to the known one.',
    },
    {
      everyday:
        "Let Bob's server be down for six hours. When does Alice hear that the name is wrong, on " +
        'each road?',
      technical:
        'Set mx.outage.lasts to 21600 s. A bounce can be hours old: what does Alice know in the ' +
        'meantime?',
      protocol:
        'Set mx.outage.lasts to 21600 s, and then relay.queue.delay-warning to 14400 s. Which ' +
        'reports does the relay send, and when?',
    },
    {
      everyday:
        "Write to a name that does not exist at Alice's own school, for instance " +
        'ghost@school.example. Who says no this time?',
      technical: 'Write to ghost@school.example. Why can the relay refuse this one at submission?',
      protocol:
        'Write to ghost@school.example. In which session does the 5yz come, and is there a ' +
        'report?',
    },
  ],
}
