/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const OUTCOME = 'direct.alice-1.outcome'
const TRIES = 'direct.alice-1.attempts'

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      "Bob's server makes some of eight checks and does not say which. You have twelve letters to " +
      'find out. First: what will it say to an honest one?',
    technical:
      "Bob's MX makes a hidden subset of eight checks. Twelve probes are to reveal it. First: what " +
      'does it say to an honest message from the relay?',
    protocol:
      'A hidden subset of eight checks is in force at the MX; infer it from at most twelve ' +
      'transactions. First: how does it answer a clean client?',
  },
  bets: [
    {
      id: 'at-once',
      answer: {
        everyday: 'come in',
        technical: 'accepted at the first attempt',
        protocol: '2yz throughout, at the first attempt',
      },
      rightWhen: [
        [
          { reading: OUTCOME, oneOf: ['delivered'] },
          { reading: TRIES, oneOf: [1] },
        ],
      ],
    },
    {
      id: 'come-back',
      answer: {
        everyday: 'come back later',
        technical: 'put off, and accepted later',
        protocol: '4yz first, 2yz at a later attempt',
      },
      rightWhen: [
        [
          { reading: OUTCOME, oneOf: ['delivered'] },
          { reading: TRIES, atLeast: 2 },
        ],
      ],
    },
    {
      id: 'never',
      answer: {
        everyday: 'go away',
        technical: 'refused for good',
        protocol: '5yz',
      },
      rightWhen: [[{ reading: OUTCOME, oneOf: ['refused', 'bounced', 'lost', 'queued'] }]],
    },
  ],
  watch: [
    {
      everyday: 'What exactly does the server say, and after which of your words?',
      technical: 'The reply, and the command that it answers: greeting, MAIL, RCPT or data.',
      protocol: 'Reply code, enhanced status code, and stage. Which check can speak there?',
    },
    {
      everyday: 'Change one thing at a time: the place, the name, or the person.',
      technical: 'Vary one thing at a time: client, sender, recipient, pause.',
      protocol: 'Vary one factor per probe; a probe with two faults shows only the first check.',
    },
    {
      everyday:
        'A "come back later" may hide another no behind it. Who comes back will hear that one.',
      technical: 'A greylist may hide checks that come after it. The relay comes back by itself.',
      protocol:
        'A 4yz at RCPT ends the look: recipient validation and DMARC speak at the next attempt.',
    },
  ],
  explanation: [
    {
      everyday:
        'The honest letter: {direct.alice-1.outcome}, tries: {direct.alice-1.attempts}. The card ' +
        'below the map shows what the server really checks, and which letter would have told you.',
      technical:
        'The honest message: {direct.alice-1.outcome}, attempts: {direct.alice-1.attempts}, first ' +
        'reply {direct.alice-1.firstReply}. The card compares your answers with the policy.',
      protocol:
        'Clean client: {direct.alice-1.firstReply} first, {direct.alice-1.outcome}, attempts: ' +
        '{direct.alice-1.attempts}. The card below compares inference and configuration.',
    },
    {
      everyday:
        'A letter that does not arrive is no accident and no silence. It is evidence: the words, ' +
        'the moment and the time say who objected, and to what.',
      technical:
        'A failed delivery is evidence. The code says whether to come back, the text often names ' +
        'the check, the stage says what the server knew by then, and time tells the rest.',
      protocol:
        'A reply carries class (RFC 5321 §4.2.1), enhanced status (RFC 3463) and stage. Together ' +
        'with what the client varied, they identify the check that answered.',
    },
    {
      everyday:
        'That nothing happens is evidence as well, but only if nothing else could have stopped ' +
        'the letter first. A server that says "later" to everybody hides its other rules.',
      technical:
        'Acceptance is evidence only where no earlier check could have answered first. With ' +
        'greylisting on, a check behind it shows only to those who come back.',
      protocol:
        'Absence of a rejection is evidence only if no earlier check terminated the transaction. ' +
        'Hence the order of checks matters to whoever tests, as much as their set.',
    },
  ],
  next: [
    {
      everyday: 'Take another server. Can you do it with fewer letters?',
      technical: 'Take another seed. How few probes will do, if you choose each by the last reply?',
      protocol:
        'Eight bits are hidden, and one probe has more than two outcomes. What is the least?',
    },
    {
      everyday: 'Could a server check all this and say nothing that helps you? What would it cost?',
      technical: 'How would you design a policy that a classmate cannot identify in twelve probes?',
      protocol: 'Which replies could be made alike, and what would honest senders lose by it?',
    },
  ],
}
