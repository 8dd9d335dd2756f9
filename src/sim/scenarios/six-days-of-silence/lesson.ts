/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const OUTCOME = 'relayed.alice-1.outcome'
const TOLD = 'relayed.alice-1.toldAfter'
const NOTICES = 'relayed.alice-1.notices'

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      "Alice's form is due on Monday at 08:00, but Bob's server is away for six days. What " +
      'becomes of her letter at the post office?',
    technical:
      'The form is due on Monday at 08:00, and the MX is down for six days. What becomes of the ' +
      'message in the queue?',
    protocol:
      'The content is due on Monday at 08:00; the MX refuses every connection for six days. How ' +
      'does the transfer end, and with which report?',
  },
  bets: [
    {
      id: 'back-after-days',
      answer: {
        everyday: 'it comes back to Alice, but only after days',
        technical: 'it bounces, but only after days',
        protocol: 'it expires after days, and a report says so',
      },
      rightWhen: [
        [
          { reading: OUTCOME, oneOf: ['bounced'] },
          { reading: TOLD, atLeast: '1 d' },
          { reading: NOTICES, oneOf: [1] },
        ],
      ],
    },
    {
      id: 'told-the-same-day',
      answer: {
        everyday: 'Alice hears the same day that something is wrong',
        technical: 'Alice is told within hours',
        protocol: 'the author gets a report within hours',
      },
      rightWhen: [
        [{ reading: 'relayed.alice-1.warnedAfter', atMost: '86399 s' }],
        [{ reading: TOLD, atMost: '86399 s' }],
      ],
    },
    {
      id: 'arrives-however-late',
      answer: {
        everyday: 'it arrives when the door opens, however late',
        technical: 'the queue keeps it until the MX is back',
        protocol: 'it stays queued until the MX answers',
      },
      rightWhen: [
        [
          { reading: OUTCOME, oneOf: ['delivered'] },
          { reading: NOTICES, oneOf: [0] },
        ],
      ],
    },
    {
      id: 'gone-without-a-word',
      answer: {
        everyday: 'it is thrown away some day, and nobody is told',
        technical: 'it is dropped some day, without a word',
        protocol: 'it is discarded without a report',
      },
      rightWhen: [
        [
          { reading: OUTCOME, oneOf: ['lost', 'discarded', 'bounced'] },
          { reading: NOTICES, oneOf: [0] },
        ],
      ],
    },
  ],
  watch: [
    {
      everyday: 'For how long does the post office keep knocking, and what makes it stop?',
      technical: 'When does the relay stop trying: at a certain attempt, or at a certain age?',
      protocol: 'At which age, and after which event, does the queue give the message up?',
    },
    {
      everyday: 'Where does the note for Alice lie when it has been written? Which machine is it?',
      technical: "In which host's mailbox does the report lie, and must the laptop be on for it?",
      protocol: 'Which host makes the final delivery of the report, and to which mailbox?',
    },
    {
      everyday: 'In which worlds does Alice still have time to hand her form in another way?',
      technical: 'In which worlds is Alice told before Monday at 08:00, when the form is due?',
      protocol: 'Compare, in each world, the first notice to the author with the end of transfer.',
    },
  ],
  explanation: [
    {
      everyday:
        'By post office: {relayed.alice-1.outcome}, knocks: {relayed.alice-1.attempts}. Notes to ' +
        'Alice: {relayed.alice-1.notices}, the first on {relayed.dsn-1.endedAtClock}. Straight, ' +
        'from a laptop that never gives up: {direct.alice-1.outcome} on ' +
        '{direct.alice-1.endedAtClock}, notes to Alice: {direct.alice-1.notices}. The form ' +
        'was due on Monday at 08:00. So the letter that arrived came too late; the note came in ' +
        'time to bring the form in another way.',
      technical:
        'Relayed: {relayed.alice-1.outcome}, attempts: {relayed.alice-1.attempts}; reports: ' +
        '{relayed.alice-1.notices}, the first on {relayed.dsn-1.endedAtClock}. Direct, from an ' +
        'outbox: {direct.alice-1.outcome} on {direct.alice-1.endedAtClock}, attempts: ' +
        '{direct.alice-1.attempts}, notices to Alice: {direct.alice-1.notices}. The form was due ' +
        'on Monday at 08:00: the message that arrived came too late, the report in time.',
      protocol:
        'Relayed: attempts {relayed.alice-1.attempts}, last {relayed.alice-1.lastReply}; ' +
        '{relayed.alice-1.outcome}, reports: {relayed.alice-1.notices}, the first ' +
        '{relayed.dsn-1.outcome} on {relayed.dsn-1.endedAtClock}. Direct, client without expiry: ' +
        '{direct.alice-1.lastReply} on {direct.alice-1.endedAtClock}, attempts: ' +
        '{direct.alice-1.attempts}, notices: {direct.alice-1.notices}. With the content due on ' +
        'Monday at 08:00, the delivery came too late and the report in time.',
    },
    {
      everyday:
        'Giving up is a service, too. A letter that arrives after its day is worth little; a ' +
        'note in time lets Alice phone Bob, or bring the form herself. A laptop that never gives ' +
        'up never has a reason to say anything.',
      technical:
        'Giving up is a service, too. Before that there is nothing to report; after it, Alice ' +
        'can choose another way. The lifetime here is {option:relay.queue.lifetime}. An outbox ' +
        'without one may deliver some day, but at no time does it say that it cannot.',
      protocol:
        'RFC 5321 §6.1 leaves two ends: deliver, or report the failure. A client that never ' +
        'expires a message postpones both. RFC 5321 §4.5.4.1 asks for a give-up time of at least ' +
        'four to five days; here it is {option:relay.queue.lifetime}, and the age is looked at ' +
        'when an attempt has failed, which is why the report keeps the time of an attempt.',
    },
    {
      everyday:
        'The note lies in her box at her own post office. That machine is always on, so Alice ' +
        'can have her laptop closed all week, and fetch the note from wherever she is. A laptop ' +
        'that gives up by itself (tries: {at-home.alice-1.attempts}) can only show a note on its ' +
        'own screen, and it had to stay awake for {at-home.@laptop.needed} to get that far.',
      technical:
        "The report goes to Alice's mailbox at her provider, on a server that is always on; her " +
        'laptop may be closed, or broken. It is itself a message, sent so that it can cause no ' +
        "further report. A laptop with Postfix's patience told her after " +
        '{at-home.alice-1.toldAfter}, on its own screen only, and was needed for ' +
        '{at-home.@laptop.needed}.',
      protocol:
        'The report has a null reverse-path (RFC 5321 §4.5.5), so that no report can cause ' +
        'another, and its final delivery is at the server that is exchanger for its recipient. ' +
        'A client at home with the same law, attempts {at-home.alice-1.attempts}, has no mailbox ' +
        'to report to; its notice came after {at-home.alice-1.toldAfter}, and it was responsible ' +
        'for {at-home.@laptop.needed}.',
    },
    {
      everyday:
        'The post office never heard a firm no. Each single knock only met a shut door, and each ' +
        'might have been the last shut one. So the note says in effect: this was a passing ' +
        'trouble, but it has passed too slowly.',
      technical:
        'The report says that delivery has failed, but its status is {relayed.alice-1.status}: a ' +
        'code for a passing trouble. That is no contradiction. No server ever refused for good; ' +
        'it was the relay that drew the line.',
      protocol:
        'Action is failed, yet status stays {relayed.alice-1.status}. RFC 3463 §2 foresees this: ' +
        'class 4 also stands for a temporary condition that lasts until the sender abandons the ' +
        'message. The action tells what the reporting server did, the status tells why (RFC 3464 ' +
        '§2.3.3 and §2.3.4).',
    },
    {
      everyday:
        'Why so many days? The habit comes from a time when a line could be dead over a long ' +
        'weekend, and a letter had better outlast that. Today people expect mail in minutes. A ' +
        'post office that is set to send word early wrote to Alice after ' +
        '{warned.alice-1.warnedAfter}.',
      technical:
        'Five days come from the days when links were down over a long weekend and nobody was ' +
        'there to mend them. The lifetime still helps the message, but not a person who waits. A ' +
        'delay warning bridges the gap: where it is on, it came after ' +
        '{warned.alice-1.warnedAfter}. It is a word and not an end; the message was tried on, ' +
        'and {warned.alice-1.outcome} after {warned.alice-1.toldAfter}.',
      protocol:
        'The give-up time dates from links that were down for days. Where authors expect ' +
        'minutes, a report with action delayed fills the gap: {warned.alice-1.warnedAfter} after ' +
        'submission where it is on. It changes nothing about the transfer: attempts ' +
        '{warned.alice-1.attempts}, then {warned.alice-1.outcome}.',
    },
  ],
  next: [
    {
      everyday:
        'Let the post office be patient for seven days. Does Alice fare better or worse with it?',
      technical:
        'Set relay.queue.lifetime to 7 d. Is the message delivered now, and what is Alice told ' +
        'before Monday at 08:00?',
      protocol:
        'Set relay.queue.lifetime to 7 d, then to 1 d. What does RFC 5321 §4.5.4.1 say about the ' +
        'second value, and would Alice agree?',
    },
    {
      everyday:
        'Close the lid of the laptop for the whole week. In which worlds does Alice still get ' +
        'her note?',
      technical:
        'Set laptop.lid.closes to 60 s and laptop.lid.stays-closed to 7 d. In which worlds is ' +
        'there a report for her, and where does it lie?',
      protocol:
        'Set laptop.lid.stays-closed to 7 d. Which transfers go on, and which host holds the ' +
        'report meanwhile?',
    },
    {
      everyday:
        'Other post offices are patient in other ways. Which one would have brought this letter ' +
        'in?',
      technical:
        'Try other values of relay.queue.law. Which program gives up first, and which one is ' +
        'still trying when the MX is back?',
      protocol:
        'Set relay.queue.law to mox, then to qmail. Which keeps within the give-up time of RFC ' +
        '5321 §4.5.4.1?',
    },
  ],
}
