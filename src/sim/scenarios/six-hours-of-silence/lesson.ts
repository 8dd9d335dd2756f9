/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const OUTCOME = 'relayed.alice-1.outcome'
const ATTEMPTS = 'relayed.alice-1.attempts'
const NOTICES = 'relayed.alice-1.notices'
const ARRIVES = ['delivered']

/** Attempts that are still "now and then" in six hours; more of them is every few minutes. */
const SELDOM = 20

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday: "Bob's server is shut for six hours. What does the post office do?",
    technical: 'The MX refuses connections for six hours. What does the relay do?',
    protocol: 'The MX refuses every connection for six hours. What does the relay do?',
  },
  bets: [
    {
      id: 'seldom-and-silent',
      answer: {
        everyday: 'knocks now and then, and tells Alice nothing',
        technical: 'tries now and then; Alice is told nothing',
        protocol: 'retries at long intervals; no report',
      },
      rightWhen: [
        [
          { reading: OUTCOME, oneOf: ARRIVES },
          { reading: NOTICES, oneOf: [0] },
          { reading: ATTEMPTS, atMost: SELDOM },
        ],
      ],
    },
    {
      id: 'every-few-minutes',
      answer: {
        everyday: 'knocks every few minutes, to be in at once',
        technical: 'tries every few minutes, to be in at once',
        protocol: 'retries every few minutes; no report',
      },
      rightWhen: [
        [
          { reading: OUTCOME, oneOf: ARRIVES },
          { reading: NOTICES, oneOf: [0] },
          { reading: ATTEMPTS, atLeast: SELDOM + 1 },
        ],
      ],
    },
    {
      id: 'word-of-the-wait',
      answer: {
        everyday: 'keeps knocking, and tells Alice of the wait',
        technical: 'keeps trying, and warns Alice of the delay',
        protocol: 'retries, and reports action delayed',
      },
      rightWhen: [
        [
          { reading: OUTCOME, oneOf: ARRIVES },
          { reading: NOTICES, atLeast: 1 },
        ],
      ],
    },
    {
      id: 'sent-back',
      answer: {
        everyday: 'knocks a few times, then sends it back',
        technical: 'tries a few times, then bounces it',
        protocol: 'retries a few times, then reports action failed',
      },
      rightWhen: [[{ reading: OUTCOME, oneOf: ['bounced', 'refused', 'lost'] }]],
    },
  ],
  watch: [
    {
      everyday: 'Look at the waits between two knocks. What happens to them as the letter ages?',
      technical: 'Look at the gaps between attempts. How do they depend on the age of the message?',
      protocol: 'Compare each interval with the age of the message at the attempt before it.',
    },
    {
      everyday: "Bob's door opens. Does anything happen at the post office at that moment?",
      technical: 'The MX comes back. What does the relay notice of it at that moment?',
      protocol: 'The outage ends. Which event makes the client attempt delivery again?',
    },
    {
      everyday: 'When does Alice hear anything, in each of the worlds?',
      technical: 'When is Alice told anything, in each of the worlds?',
      protocol: 'Which notice or report reaches the author, when, in which world?',
    },
  ],
  explanation: [
    {
      everyday:
        'By post office: {relayed.alice-1.outcome} after {relayed.alice-1.endedAt}. Knocks: ' +
        '{relayed.alice-1.attempts}. Messages to Alice about it: {relayed.alice-1.notices}. ' +
        'Straight, with a program that tries once: {direct.alice-1.outcome}, and Alice was told ' +
        'after {direct.alice-1.toldAfter}.',
      technical:
        'Relayed: {relayed.alice-1.outcome} after {relayed.alice-1.endedAt}, at ' +
        '{relayed.alice-1.endedAtClock}; attempts: {relayed.alice-1.attempts}; notices to Alice: ' +
        '{relayed.alice-1.notices}. Direct, one try: {direct.alice-1.outcome}, ' +
        '{direct.alice-1.lastReply}; Alice was told after {direct.alice-1.toldAfter}.',
      protocol:
        'Relayed: first {relayed.alice-1.firstReply}, last {relayed.alice-1.lastReply}, ' +
        '{relayed.alice-1.outcome} after {relayed.alice-1.endedAt}; attempts: ' +
        '{relayed.alice-1.attempts}; reports: {relayed.alice-1.notices}. Direct without retry: ' +
        '{direct.alice-1.lastReply}, {direct.alice-1.outcome}; notice after ' +
        '{direct.alice-1.toldAfter}.',
    },
    {
      everyday:
        "Bob's door was shut for {option:mx.outage.lasts}, and the letter took " +
        '{relayed.alice-1.took}. Repair is not arrival: nobody rings the post office when the ' +
        'door opens. It finds out at its next knock, and its knocks get rarer as the letter ' +
        'ages: the first wait was {relayed.alice-1.firstGap}, the last one ' +
        '{relayed.alice-1.lastGap}.',
      technical:
        'The outage lasted {option:mx.outage.lasts}; delivery took {relayed.alice-1.took}. ' +
        'Repair is not arrival, since nobody tells the queue that the MX is back. The gap grows ' +
        'with the age of the message, here from {relayed.alice-1.firstGap} to ' +
        '{relayed.alice-1.lastGap}, so the later the repair, the longer the message may still ' +
        'lie there.',
      protocol:
        'Outage {option:mx.outage.lasts}, delivery after {relayed.alice-1.took}: SMTP does not ' +
        'announce that a server is back. The rule here waits as long as the message is old, ' +
        'between {option:relay.queue.min-backoff} and {option:relay.queue.max-backoff}, and then ' +
        'for the next scan, one every {option:relay.queue.run-delay}. First interval ' +
        '{relayed.alice-1.firstGap}, last {relayed.alice-1.lastGap}.',
    },
    {
      everyday:
        'Silence is normal. The post office promised to deliver the letter or to say that it ' +
        'cannot, and as long as it knocks, nothing has been decided. It can be set up to send ' +
        'word when a letter waits. Where it was, the word came after ' +
        '{warned.alice-1.warnedAfter}: with a knock that failed, not by the clock.',
      technical:
        'Silence is normal. A relay owes a report when it gives up, not while it still tries. ' +
        'Some send a delay warning; for Postfix this is off unless an administrator turns it on. ' +
        'Where it is on, the warning came after {warned.alice-1.warnedAfter}: with the first ' +
        'attempt that failed once the message was old enough, not at that age to the second.',
      protocol:
        'RFC 5321 §6.1 obliges the server to report a failure, not a delay. A report with action ' +
        'delayed (RFC 3464 §2.3.3) is an offer, off in Postfix unless it is configured. In the ' +
        'world that has it, it reached the author after {warned.alice-1.warnedAfter}: the age is ' +
        'looked at when an attempt has failed, so the warning keeps the time of an attempt.',
    },
    {
      everyday:
        'A laptop can be patient, too. One that knocks every few minutes was in at ' +
        '{outbox.alice-1.endedAtClock}; the post office at {relayed.alice-1.endedAtClock}. But ' +
        'it had to stay awake for {outbox.@laptop.needed}, and knocked ' +
        '{outbox.alice-1.attempts} times. By post office the laptop was needed for ' +
        '{relayed.alice-1.handedOver}.',
      technical:
        'An outbox that retries every few minutes delivered at {outbox.alice-1.endedAtClock}, ' +
        'the relay at {relayed.alice-1.endedAtClock}. The price: attempts ' +
        '{outbox.alice-1.attempts}, and a laptop that had to stay awake for ' +
        '{outbox.@laptop.needed}. With the relay, the laptop was free after ' +
        '{relayed.alice-1.handedOver}.',
      protocol:
        'A client that retries at intervals of {outbox.alice-1.lastGap} delivered at ' +
        '{outbox.alice-1.endedAtClock}, with attempts: {outbox.alice-1.attempts}; RFC 5321 ' +
        '§4.5.4.1 asks for gaps of half an hour or more, since a thousand such clients would be ' +
        'a load of their own. It was responsible for {outbox.@laptop.needed}; with submission, ' +
        'for {relayed.alice-1.handedOver}.',
    },
    {
      everyday:
        'So the post office is not there to be quick. Patience is work, and it is work for ' +
        'somebody who is always there.',
      technical:
        'So a relay is not there to be quick. Waiting is work, and it is work for a machine that ' +
        'is always on and has a queue.',
      protocol:
        'So speed is not what a relay is for. Retrying at decent intervals for as long as it ' +
        'takes is a duty of the sending client, and needs a host that is up for that long.',
    },
  ],
  next: [
    {
      everyday:
        'Let the post office send word after one hour instead of never. When does it really come?',
      technical:
        'Set relay.queue.delay-warning to 1 h. At which age does the warning come, and why then?',
      protocol:
        'Set relay.queue.delay-warning to 1 h. Which attempt carries the report, and how old is ' +
        'the message then?',
    },
    {
      everyday:
        'Let the post office never wait longer than ten minutes. Who gains, and who pays for it?',
      technical:
        'Set relay.queue.max-backoff to 600 s. How much sooner is the message there, and who ' +
        'pays with how many attempts?',
      protocol:
        'Set relay.queue.max-backoff to 600 s, then relay.queue.law to exim. Compare attempts ' +
        'and delay after the repair.',
    },
    {
      everyday:
        "Bob's administrator phones when the door is open again. Have the post office try " +
        'everything now, a little after six hours. What has the call changed?',
      technical:
        'Flush the queue of the relay soon after the repair. By how much does that shorten the ' +
        'delay, and who could know that it is time?',
      protocol:
        'Flush the relay just after the end of mx.outage. Which extension lets the server itself ' +
        'ask for that (RFC 1985)?',
    },
  ],
}
