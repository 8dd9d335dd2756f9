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
    everyday:
      "Bob's server is down; a neighbour takes in its mail. Alice writes to Bob and, by a slip, " +
      'to bbo. Her laptop tries each letter once and is shut. When does Bob get his?',
    technical:
      'The MX is down, and a backup MX takes its mail. Alice writes to bob and, mistyped, to bbo; ' +
      'the laptop tries each once and sleeps. When is the message to bob delivered?',
    protocol:
      'The exchanger of preference 10 is down, that of 20 is not. A client without retry sends ' +
      'to bob and to the mistyped bbo. When does the message to bob arrive?',
  },
  bets: [
    {
      id: 'after-repair',
      answer: {
        everyday: 'on either road, some time after his server is back',
        technical: 'on both roads, some time after the MX is back',
        protocol: 'from either client, some time after the better MX is back',
      },
      rightWhen: [
        [
          { reading: DIRECT, oneOf: ARRIVES },
          { reading: RELAYED, oneOf: ARRIVES },
          { reading: 'direct.alice-1.endedAt', atLeast: '15 min' },
          { reading: 'relayed.alice-1.endedAt', atLeast: '15 min' },
        ],
      ],
    },
    {
      id: 'at-once',
      answer: {
        everyday: 'on either road, at once: the neighbour is there',
        technical: 'on both roads, at once: the backup has accepted it',
        protocol: 'from either client, with the 250 of the backup',
      },
      rightWhen: [
        [
          { reading: DIRECT, oneOf: ARRIVES },
          { reading: RELAYED, oneOf: ARRIVES },
          { reading: 'direct.alice-1.endedAt', atMost: '899 s' },
          { reading: 'relayed.alice-1.endedAt', atMost: '899 s' },
        ],
      ],
    },
    {
      id: 'only-relayed',
      answer: {
        everyday: 'only by post office: a laptop that tries once has lost it',
        technical: 'only through the relay: a client without a queue loses it',
        protocol: 'only from the relay: the other client does not queue',
      },
      rightWhen: [
        [
          { reading: DIRECT, oneOf: STAYS_OUT },
          { reading: RELAYED, oneOf: ARRIVES },
        ],
      ],
    },
  ],
  watch: [
    {
      everyday: "Whose job is the letter while Bob's server is down and the laptop is shut?",
      technical: 'Who holds the baton while the MX is down and the laptop sleeps?',
      protocol: 'Which host has given the last 250 after the data, on each road?',
    },
    {
      everyday:
        'The letter "Lift home on Sunday?" goes to bbo, where nobody lives. Who takes it all the ' +
        'same, and who says no to it later?',
      technical: 'The address bbo is mistyped. Which server accepts it, which one refuses it?',
      protocol:
        'The second RCPT names no mailbox. What do the two exchangers reply to it, and when?',
    },
    {
      everyday: 'At how many doors does the spam program knock?',
      technical: 'Which of the two exchangers does the bot try?',
      protocol: 'Which preferences does the bot try, and what is it told?',
    },
  ],
  explanation: [
    {
      everyday:
        'Straight: {direct.alice-1.outcome} after {direct.alice-1.endedAt}. By post office: ' +
        '{relayed.alice-1.outcome} after {relayed.alice-1.endedAt}. The laptop had tried only ' +
        'once, and for its two letters it was needed for no more than {direct.@laptop.needed}. ' +
        'Had the neighbour been away too, the straight letter would have been ' +
        '{alone.alice-1.outcome}.',
      technical:
        'Direct: {direct.alice-1.outcome} at {direct.alice-1.endedAtClock}, after ' +
        '{direct.alice-1.endedAt}. Relayed: {relayed.alice-1.outcome} at ' +
        '{relayed.alice-1.endedAtClock}. The laptop was needed for {direct.@laptop.needed}. With ' +
        'the backup down as well, the direct message is {alone.alice-1.outcome}: ' +
        '{alone.alice-1.lastReply}.',
      protocol:
        'Direct: first {direct.alice-1.firstReply}, from the backup, {direct.alice-1.outcome} ' +
        'after {direct.alice-1.endedAt}; attempts of laptop and backup: ' +
        '{direct.alice-1.attempts}. Relayed: {relayed.alice-1.outcome} after ' +
        '{relayed.alice-1.endedAt}; attempts: {relayed.alice-1.attempts}. Without the backup, ' +
        'direct: {alone.alice-1.lastReply}, {alone.alice-1.outcome}.',
    },
    {
      everyday:
        "The address book names two doors for Bob's mail: his own server, and the neighbour in " +
        'case that nobody answers there. Who finds the first door shut goes to the second one on ' +
        'the same errand. The neighbour has a shelf and is always open. It put the letter there ' +
        "and knocked at Bob's door until it opened. In short, it is a post office on Bob's side.",
      technical:
        'The MX records name two hosts, and the lower preference is tried first. The next one ' +
        'belongs to the same attempt, so even a client that tries once reaches it. With its 250 ' +
        'the backup took over the job, and retried from its own queue, the last time after a gap ' +
        "of {direct.alice-1.lastGap}. The queue had moved from the sender's side to the " +
        "receiver's.",
      protocol:
        'RFC 5321 §5.1: the hosts are tried in order of preference within one attempt, and a ' +
        'backup relays only to hosts that are better than itself. Its 250 moves the duty (RFC ' +
        '5321 §6.1); after that it is an SMTP client with a queue (RFC 5321 §4.5.4.1). Its last ' +
        'interval here was {direct.alice-1.lastGap}.',
    },
    {
      everyday:
        'Taken is not arrived. Bob did not get his letter sooner because the neighbour had it: it ' +
        'lay on a shelf, only on another one. By post office it would have lain on the shelf of ' +
        'that post office. And the neighbour, like every post office, knocks less often the ' +
        'longer it waits, so the letter came some time after the door was open.',
      technical:
        'Accepted is not delivered. A backup MX does not make mail arrive sooner: it waits in one ' +
        'queue or the other, until a retry falls behind the repair. It helps senders that do not ' +
        'queue. Among those that do, it only says whose disk and whose retry schedule it is.',
      protocol:
        'A 250 of the backup is acceptance, not final delivery. For a client that queues anyway, ' +
        'a backup adds a hop, {relayed.alice-1.received} Received fields in this run, and changes ' +
        'whose lifetime and whose retry rule hold.',
    },
    {
      everyday:
        "The neighbour has a price. It does not know who lives at Bob's, so it took the letter " +
        "for bbo too. Bob's own server said no to that one much later, and then the neighbour had " +
        'to write to Alice. She was told after {direct.alice-2.toldAfter} on the straight road, ' +
        'and after {relayed.alice-2.toldAfter} by post office. The report lay in her mailbox at ' +
        'her provider both times: that server is open even while her laptop is shut.',
      technical:
        'The backup does not know the mailboxes, so it accepted the mistyped address. The MX ' +
        'refused it later with {direct.alice-2.lastReply}, and the backup, which had said 250, ' +
        'had to return it: told after {direct.alice-2.toldAfter} (direct) and ' +
        '{relayed.alice-2.toldAfter} (relayed), in her mailbox at her provider. With forged ' +
        'senders such reports hit people who wrote nothing: backscatter. So give a backup the ' +
        'list of mailboxes, or do without one.',
      protocol:
        'Mail for the unknown mailbox: {direct.alice-2.firstReply} from the backup, ' +
        '{direct.alice-2.lastReply} from the MX. Last holder: {direct.alice-2.holder}, so it had ' +
        'to notify (RFC 5321 §6.1), with a null reverse-path (RFC 5321 §4.5.5), written after ' +
        '{direct.alice-2.bouncedAfter}, in the mailbox after {direct.alice-2.toldAfter}. What the ' +
        'MX would have refused in the session became a notification (RFC 3464), or backscatter ' +
        'where the reverse-path is forged.',
    },
    {
      everyday:
        'So a laptop could do without a post office, if everybody whom it writes to had a door ' +
        'that is always open. But Alice cannot choose the neighbours of all those people; her ' +
        'post office she can. One more thing: the spam program knocked at the first door only, ' +
        'and its letter was {direct.bot-1.outcome}. Some people therefore put a dead door first ' +
        'on purpose.',
      technical:
        'Somebody has to be always on and keep the message: a relay on her side, or a backup on ' +
        'his. Alice can choose only the first. The bot tried one host and was ' +
        '{direct.bot-1.outcome}; a dead first MX that is meant to stay dead is called nolisting. ' +
        'It works only on programs that do not know how to go on to the next.',
      protocol:
        'Store and forward needs one host that stays reachable, on either side; only the ' +
        'submission server (RFC 6409) is in the hands of the sender. The bot ignored the second ' +
        'record: {direct.bot-1.firstReply}, {direct.bot-1.outcome}. Nolisting, a first exchanger ' +
        'that never answers, rests on clients which break RFC 5321 §5.1 in this way.',
    },
  ],
  next: [
    {
      everyday:
        'The spam names Carol as its sender. Let the spam program try the second door too. What ' +
        'does Carol get, who has written nothing?',
      technical:
        'Set bot.exchangers to all. Which spam gets in by the back door, and who receives the ' +
        'report about the rest?',
      protocol:
        'Set bot.exchangers to all. To which reverse-path does the backup report, and what could ' +
        'it have replied at RCPT instead?',
    },
    {
      everyday:
        'Let the neighbour be away as well, for the same two hours. How much later does the ' +
        'letter by post office arrive?',
      technical:
        'Set backup.outage.lasts to 2 h. Does the relayed message arrive later than with a backup?',
      protocol:
        'Set backup.outage.lasts to 2 h. Compare the relayed message with and without a backup: ' +
        'arrival, holder, Received fields.',
    },
    {
      everyday:
        "A slip: Bob's server believes that his mailbox is at the neighbour's, or somewhere else. " +
        'Who notices that the letter goes in a circle, and when?',
      technical:
        'Set mx.mailboxes to at-backup, then to elsewhere. How does each mistake come to light, ' +
        'and what does Alice get?',
      protocol:
        'Set mx.mailboxes to at-backup (RFC 5321 §6.3), then to elsewhere (RFC 5321 §5.1). Which ' +
        'status codes end the two loops, and at which host?',
    },
  ],
}
