/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const DIRECT = 'direct.alice-1.copies'
const RELAYED = 'relayed.alice-1.copies'

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      "Bob's server takes Alice's letter, but its receipt gets lost on the way back. How many " +
      'copies does Bob find?',
    technical:
      "Bob's MX accepts the message, and the line breaks before its answer arrives. How many " +
      'copies does Bob find?',
    protocol: 'The reply to the end of the data is lost. How many copies are delivered?',
  },
  bets: [
    {
      id: 'twice-on-both',
      answer: {
        everyday: 'more than one, on either road',
        technical: 'more than one, on both roads',
        protocol: 'more than one from either client',
      },
      rightWhen: [
        [
          { reading: DIRECT, atLeast: 2 },
          { reading: RELAYED, atLeast: 2 },
        ],
      ],
    },
    {
      id: 'server-notices',
      answer: {
        everyday: 'one: his server sees that it has this letter already',
        technical: 'one: the MX knows the Message-ID when it comes again',
        protocol: 'one: the receiver drops a second copy by Message-ID',
      },
      rightWhen: [
        [
          { reading: DIRECT, oneOf: [1] },
          { reading: RELAYED, oneOf: [1] },
        ],
      ],
    },
    {
      id: 'relay-knows-better',
      answer: {
        everyday: 'two straight, but one by post office, which knows its trade',
        technical: 'two direct, but one through the relay: a real MTA checks first',
        protocol: 'two direct, one relayed: an MTA asks before it repeats',
      },
      rightWhen: [
        [
          { reading: DIRECT, atLeast: 2 },
          { reading: RELAYED, oneOf: [1] },
        ],
      ],
    },
    {
      id: 'none',
      answer: {
        everyday: 'none: without a receipt the letter does not count',
        technical: 'none: without the 250 the delivery is undone',
        protocol: 'none: an unacknowledged transaction is rolled back',
      },
      rightWhen: [
        [
          { reading: DIRECT, oneOf: [0] },
          { reading: RELAYED, oneOf: [0] },
        ],
      ],
    },
  ],
  watch: [
    {
      everyday: 'Who has the flag "my job now"? When does it move, and who knows of it?',
      technical: 'When does the baton change hands, and when does the sender learn of it?',
      protocol: 'Compare the instant of the 250 after the data with that of its arrival.',
    },
    {
      everyday: 'What does the sender see of the lost receipt? What would a lost letter look like?',
      technical:
        'What does the client have in its hands after the break: which reply, which error?',
      protocol: 'Which state is the client in when the connection is lost, and what may it infer?',
    },
    {
      everyday: 'How long does the sender wait before it tries again, on each road?',
      technical: 'When is the second attempt made on each road, and is it answered otherwise?',
      protocol: 'Second transaction on each road: interval, reply, queue identifier.',
    },
  ],
  explanation: [
    {
      everyday:
        'Straight: copies with Bob: {direct.alice-1.copies}, tries: {direct.alice-1.attempts}. By ' +
        'post office: copies with Bob: {relayed.alice-1.copies}, tries: ' +
        '{relayed.alice-1.attempts}. A program that tries only once: copies with Bob: ' +
        '{gives-up.alice-1.copies}, and after {gives-up.alice-1.toldAfter} it told Alice that her ' +
        'letter had failed.',
      technical:
        'Direct: copies {direct.alice-1.copies}, attempts {direct.alice-1.attempts}, the second ' +
        'one after {direct.alice-1.firstGap}. Relayed: copies {relayed.alice-1.copies}, attempts ' +
        '{relayed.alice-1.attempts}, the second one after {relayed.alice-1.firstGap}. Without ' +
        'retry: copies {gives-up.alice-1.copies}, and a failure shown to Alice after ' +
        '{gives-up.alice-1.toldAfter}.',
      protocol:
        'Direct: first {direct.alice-1.firstReply}, last {direct.alice-1.lastReply}; attempts ' +
        '{direct.alice-1.attempts}, copies {direct.alice-1.copies}. Relayed: ' +
        '{relayed.alice-1.firstReply}, then {relayed.alice-1.lastReply}; attempts ' +
        '{relayed.alice-1.attempts}, copies {relayed.alice-1.copies}. Client without retry: ' +
        '{gives-up.alice-1.lastReply}, copies {gives-up.alice-1.copies}.',
    },
    {
      everyday:
        'To the sender, a lost receipt and a lost letter look alike: the line is silent. It can ' +
        'forget the letter, and then it may be gone for good. Or it can bring it again, and then ' +
        'Bob may have it twice. There is no third way, however clever the sender is.',
      technical:
        'After a break, the client cannot tell whether the server has the message or not. If it ' +
        'drops the message, it may be lost; if it sends it again, there may be a duplicate. ' +
        'Another question about it could be lost in the same way, so no protocol removes the ' +
        'doubt.',
      protocol:
        'A client whose connection fails after the final dot has seen no reply to the data, so ' +
        'for it the transfer has not succeeded, and it must queue and repeat (RFC 5321 ' +
        '§4.5.4.1). The server did reply, and by RFC 5321 §6.1 it is bound by it. Both keep the ' +
        'standard, and the result is a duplicate.',
    },
    {
      everyday:
        'The receipt says: mine from now on. The receiver gives it only when the letter is safe, ' +
        'and the sender lets go only when it holds the receipt. In between both of them hold the ' +
        'job, and at no moment nobody does. So a letter can come twice, but it cannot vanish. Of ' +
        'the two evils, mail has chosen the smaller one.',
      technical:
        'The 250 after the data is where the job changes hands. The receiver gives it once the ' +
        'message is on its disk; the sender deletes its copy once it has the 250. Between the ' +
        'two, both own the message. That overlap is on purpose: at least once, rather than at ' +
        'most once.',
      protocol:
        'Responsibility overlaps from the sending of the 250 to its arrival, so that at no moment ' +
        'nobody has it: delivery at least once. The wait for this reply has the longest timeout ' +
        'of all, ten minutes (RFC 5321 §4.5.3.2.6), and a server has to answer as soon as it can ' +
        '(RFC 5321 §6.1), since every second after the dot is a chance of a duplicate.',
    },
    {
      everyday:
        'Both copies are the same letter with the same number on it, so Bob may guess what has ' +
        'happened, and his program could hide one of them. His server does not compare: the letter ' +
        'that came again was a letter like any other.',
      technical:
        'Both copies carry one Message-ID, and each has its own queue id at the MX. A mail program ' +
        'may fold them into one. The MX does not compare: it keeps no list of what it has ' +
        'accepted and passed on.',
      protocol:
        'Both copies have the same Message-ID field (RFC 5322 §3.6.4) and differ in Received. ' +
        'Plain SMTP has no transaction identifier by which a receiver could recognize a repeated transfer.',
    },
    {
      everyday:
        'A post office does not cure this. But it shows what an honest carrier does: in doubt, it ' +
        'comes again. The program that tried once was wrong in the other direction: Bob had the ' +
        "letter, and Alice believed it lost. And a laptop's line breaks more often than that " +
        'between two post offices, since laptops are shut and carried away.',
      technical:
        'A relay is not immune. It does what the duty asks: in doubt, it repeats. A program without ' +
        'retry errs in the other direction: it reports a failure that is none. And on the relayed ' +
        'road the line that broke joins two machines that stay where they are. The part of the ' +
        'laptop was over after {relayed.alice-1.handedOver}, with a 250 of its own.',
      protocol:
        'A relay is exposed to it like any client. What it adds: it retries without being asked, ' +
        'and the transfer across networks runs between hosts that do not sleep. The MUA is bound ' +
        "only to its submission server's 250 (RFC 6409), here after " +
        '{relayed.alice-1.handedOver}. Each further hop is one more place where a 250 can be lost.',
    },
  ],
  next: [
    {
      everyday:
        'Let three receipts in a row get lost. How many copies does Bob find, and would it ever end?',
      technical: 'Set mx.lost-acknowledgements to 3. How many copies, and after how long a time?',
      protocol:
        'Set mx.lost-acknowledgements to 3. Copies, attempts, and intervals on each road: what ' +
        'bounds them?',
    },
    {
      everyday:
        'No receipt gets lost, but Alice shuts her laptop 315 ms after she has pressed Send, for a ' +
        'minute. On which road does Bob get two copies?',
      technical:
        'Set mx.lost-acknowledgements to 0, laptop.lid.closes to 315 ms and ' +
        'laptop.lid.stays-closed to 1 min. Which road makes a duplicate now?',
      protocol:
        'Set mx.lost-acknowledgements to 0, laptop.lid.closes to 315 ms and ' +
        'laptop.lid.stays-closed to 1 min. Whose 250 is lost, and which client still waits for one?',
    },
    {
      everyday:
        'Let the program ask Alice whether to send it again. Can she decide better than a machine?',
      technical:
        'Set laptop.retry to alice. What does she know when she presses Send again, and what not?',
      protocol:
        'Set laptop.retry to alice. Which information would she need that no reply has given her?',
    },
  ],
}
