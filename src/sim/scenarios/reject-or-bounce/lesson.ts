/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const REJECTED = 'relayed.@lake.reports'
const BOUNCED = 'bounce.@lake.reports'
const NONE = [0]
/** More than anybody would take for an accident. */
const MANY = 50

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      'A spammer writes to people whom he has made up, and puts Vera on the envelope as the sender. ' +
      "Bob's server can say no at the door, or take the letters and send them back. What does Vera " +
      'get?',
    technical:
      "Spam with Vera's forged sender goes to users that do not exist. One MX rejects unknown users, " +
      'the other accepts and bounces. What lands in her mailbox?',
    protocol:
      'Forged reverse-path, unknown forward-paths. What reaches the owner of the reverse-path when ' +
      'the MX answers at RCPT, and what when it answers 250 and finds out afterwards?',
  },
  bets: [
    {
      id: 'one-for-each',
      answer: {
        everyday: 'no at the door: nothing. Sent back: one report for each letter',
        technical: 'rejected: nothing; bounced: one report per message',
        protocol: 'RCPT refused: nothing; 250 first: one DSN per message',
      },
      rightWhen: [
        [
          { reading: REJECTED, oneOf: NONE },
          { reading: BOUNCED, atLeast: MANY },
        ],
      ],
    },
    {
      id: 'server-knows-better',
      answer: {
        everyday: 'nothing either way: the server sees that they are not from her',
        technical: 'nothing either way: the MX sees that the sender is forged',
        protocol: 'nothing either way: the reverse-path has been verified',
      },
      rightWhen: [
        [
          { reading: REJECTED, oneOf: NONE },
          { reading: BOUNCED, oneOf: NONE },
        ],
      ],
    },
    {
      id: 'both-report',
      answer: {
        everyday: 'a report for each letter either way: she is the sender and must be told',
        technical: 'reports either way: a refusal goes to the sender too',
        protocol: 'a DSN per message either way: failure is reported to the reverse-path',
      },
      rightWhen: [
        [
          { reading: REJECTED, atLeast: MANY },
          { reading: BOUNCED, atLeast: MANY },
        ],
      ],
    },
    {
      id: 'ping-pong',
      answer: {
        everyday: 'more than one for each: reports are answered by reports, to and fro',
        technical: 'more than one per message: bounces of bounces',
        protocol: 'a loop of DSNs about DSNs',
      },
      rightWhen: [[{ reading: BOUNCED, atLeast: 101 }]],
    },
  ],
  watch: [
    {
      everyday: 'Who hears the no: the PC that is at the door, or somebody who is not there?',
      technical: 'In each world: who is told that the user does not exist?',
      protocol: 'Compare the reply to RCPT, and the reply to the end of the data, in both worlds.',
    },
    {
      everyday: 'Which name stands on the envelope of the reports?',
      technical: 'Look at the envelope sender of a bounce.',
      protocol: 'Read MAIL FROM in a session in which a report is sent.',
    },
    {
      everyday: 'Alice has misspelt a name, once. Can she find the report that is meant for her?',
      technical: 'How many reports are in the mailboxes of the school, and how many are genuine?',
      protocol: 'Count the DSNs for alice@school.example, and those about alice-1.',
    },
  ],
  explanation: [
    {
      everyday:
        'No at the door: Vera has {relayed.@lake.reports} reports. Taken and sent back: ' +
        '{bounce.@lake.reports}. Not one of those letters was hers. The no at the door was said to ' +
        'the PC that stood there, and that PC does not care. Whoever has taken a letter has nobody ' +
        'at the door any more, only a name on an envelope, and anybody can write a name.',
      technical:
        'Rejecting: {relayed.spam.refused} refusals, {relayed.@lake.reports} reports at the victim. ' +
        'Accepting first: {bounce.spam.bounced} bounces, {bounce.@lake.reports} of them to Vera. A ' +
        'rejection ends in the session, with whoever is connected; a bounce is new mail, to an ' +
        'address that nobody has checked. This is called backscatter.',
      protocol:
        'Refused at RCPT: {relayed.spam.refused}, DSNs at lake.example {relayed.@lake.reports}. ' +
        'Accepted with 250 and then undeliverable: {bounce.spam.bounced}, DSNs at lake.example ' +
        '{bounce.@lake.reports}. The reverse-path of a message is whatever the client says in MAIL ' +
        '(RFC 5321 §4.1.1.2); a DSN goes there (RFC 3464 §2).',
    },
    {
      everyday:
        "With its yes Bob's server promised to deliver each letter or to say why not. It kept that " +
        'promise. It only should not have given it: it could have looked at the list of its people ' +
        'while the other side was still at the door.',
      technical:
        'After its 250 the MX has the duty to deliver or to report; silently dropping mail would lose ' +
        'honest letters with a wrong address. The way out is to know the users before accepting. ' +
        'What is for people who are there came in either way: {relayed.spam.inbox} and ' +
        '{bounce.spam.inbox}.',
      protocol:
        'The 250 after the data obliges to deliver or to notify (RFC 5321 §4.2.5, §6.1). Validation ' +
        'at RCPT (§3.3) keeps the obligation with the client. Messages to valid recipients: ' +
        '{relayed.spam.inbox} and {bounce.spam.inbox}, the same.',
    },
    {
      everyday:
        'Nobody answers a report. Its envelope has no sender at all, so there is nowhere to send ' +
        'something back to. Without this rule two servers could go on reporting to each other for ' +
        'ever.',
      technical:
        'Bounces have the null sender, and a bounce that cannot be delivered is thrown away. So there ' +
        'is never a report about a report, and no loop.',
      protocol:
        'A DSN is sent with MAIL FROM:<> (RFC 5321 §4.5.5, RFC 3464 §2), and nothing is sent in ' +
        'response to a null reverse-path (RFC 5321 §6.1).',
    },
    {
      everyday:
        'And Alice? By post office her letter: {relayed.alice-1.outcome}; she finds one report, and ' +
        "it is true. When Bob's server sends everything back she finds {bounce.@relay.reports}, and " +
        'one of them is hers. Straight from her laptop the letter is {direct.alice-1.outcome}, and ' +
        'her program tells her at once.',
      technical:
        'Her typo by relay: {relayed.alice-1.outcome}, and {relayed.@relay.reports} report in her ' +
        'mailbox. A relay may bounce: its sender has logged in, so the report goes to the right ' +
        'person. With an MX that bounces there are {bounce.@relay.reports}, since spam was sent in ' +
        'her name too. Direct: {direct.alice-1.outcome}, told after {direct.alice-1.toldAfter}.',
      protocol:
        'alice-1 relayed: {relayed.alice-1.outcome}, {relayed.alice-1.lastReply}; DSNs at ' +
        'school.example {relayed.@relay.reports}. With the bouncing MX: {bounce.@relay.reports}. ' +
        'An MSA reports to an authenticated submitter (RFC 6409 §4.3, §6.1). Direct: ' +
        '{direct.alice-1.outcome}, notice after {direct.alice-1.toldAfter}.',
    },
    {
      everyday:
        'A post office that takes letters from anybody spoils it all. Then the no at the door is said ' +
        'to that post office, which has already said yes, and the reports to Vera come from there: ' +
        '{open-relay.@lake.reports}.',
      technical:
        'With an open relay in between the rejection does not help: the relay has accepted, so the ' +
        'relay bounces. Reports to the victim: {open-relay.@lake.reports}. The same goes for a backup ' +
        'MX that does not know the users.',
      protocol:
        'Relayed by an open MTA, each 550 at RCPT becomes a DSN of that MTA: ' +
        '{open-relay.@lake.reports} at lake.example. Whoever accepts on behalf of others has to be ' +
        'able to validate recipients, or to authenticate senders.',
    },
  ],
  next: [
    {
      everyday: 'Send the spammer to the school, which takes letters from its own people only.',
      technical: 'Set bot.via to open-relay and leave relay.open off. Who is told what now?',
      protocol: 'Set bot.via to open-relay with relay.open off. Which reply does it get, and when?',
    },
    {
      everyday:
        'A second server keeps letters for Bob and does not know his colleagues. What then?',
      technical: 'What must a backup MX do that does not know the users of the domain?',
      protocol: 'How can a secondary MX validate recipients that it does not host?',
    },
    {
      everyday: 'How could Vera tell a true report from a false one?',
      technical: 'How could a mail server tell genuine bounces from backscatter?',
      protocol: 'Which reverse-path would let lake.example recognise DSNs about its own mail?',
    },
  ],
}
