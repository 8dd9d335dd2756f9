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
    everyday: "Straight to Bob's mail server, or by way of the post office: which letter arrives?",
    technical:
      "Alice's program dials Bob's MX itself, or hands over to a relay: which message arrives?",
    protocol: 'A direct transfer to the MX, or submission and relay: which ends in final delivery?',
  },
  bets: [
    {
      id: 'both',
      answer: {
        everyday: 'both arrive',
        technical: 'both are delivered',
        protocol: 'both are delivered',
      },
      rightWhen: [
        [
          { reading: DIRECT, oneOf: ARRIVES },
          { reading: RELAYED, oneOf: ARRIVES },
        ],
      ],
    },
    {
      id: 'only-relayed',
      answer: {
        everyday: 'only the one that goes by post office',
        technical: 'only the relayed one: an MX takes mail from servers only',
        protocol: 'only the relayed one: an MX takes no mail from an MUA',
      },
      rightWhen: [
        [
          { reading: DIRECT, oneOf: STAYS_OUT },
          { reading: RELAYED, oneOf: ARRIVES },
        ],
      ],
    },
    {
      id: 'neither',
      answer: {
        everyday: "neither: Bob's phone is switched off",
        technical: "neither: Bob's device is switched off",
        protocol: "neither: Bob's MUA is offline",
      },
      rightWhen: [
        [
          { reading: DIRECT, oneOf: STAYS_OUT },
          { reading: RELAYED, oneOf: STAYS_OUT },
        ],
      ],
    },
  ],
  watch: [
    {
      everyday: "Which letter is the first to reach Bob's mail server?",
      technical: 'Which message is delivered first, and by how much?',
      protocol:
        'Which finishes first: one SMTP session, or submission and relay one after the other?',
    },
    {
      everyday: 'Follow the baton: whose job is the letter at each moment?',
      technical: 'Follow the baton: it changes hands when a server accepts the message.',
      protocol:
        'Follow the baton: it moves with the 250 that answers the end of the data (RFC 5321 ' +
        '§6.1).',
    },
    {
      everyday: "Bob's phone is off all the time. Where does the letter's journey end?",
      technical: "Bob's device is off all the time. Where does delivery end?",
      protocol: "Bob's MUA is offline throughout. Which host makes the final delivery?",
    },
    {
      everyday: 'Open both letters: how many servers have put their stamp on each?',
      technical: 'Open both messages: how many Received fields does each one have?',
      protocol: 'Compare the trace fields of both messages (RFC 5321 §4.4): who wrote which?',
    },
  ],
  explanation: [
    {
      everyday:
        'Straight: {direct.alice-1.outcome} after {direct.alice-1.endedAt}. By post office: ' +
        "{relayed.alice-1.outcome} after {relayed.alice-1.endedAt}. Bob's phone had no part in " +
        "it. A letter ends its journey in Bob's box at his mail server, and his phone fetches it " +
        'from there whenever it likes.',
      technical:
        'Direct: {direct.alice-1.outcome} after {direct.alice-1.endedAt}, Received fields: ' +
        '{direct.alice-1.received}. Relayed: {relayed.alice-1.outcome} after ' +
        '{relayed.alice-1.endedAt}, Received fields: {relayed.alice-1.received}, one for every ' +
        "server that took the message. Bob's device plays no part: delivery ends in the mailbox " +
        'at his server.',
      protocol:
        'Direct: {direct.alice-1.lastReply}, {direct.alice-1.outcome} after ' +
        '{direct.alice-1.endedAt}. Relayed: handed over after {relayed.alice-1.handedOver}, then ' +
        '{relayed.alice-1.lastReply}, {relayed.alice-1.outcome} after {relayed.alice-1.endedAt}. ' +
        'Received fields: {direct.alice-1.received} and {relayed.alice-1.received}. Final ' +
        'delivery is to a message store; no MUA takes part.',
    },
    {
      everyday:
        'All mail servers speak one language, and anybody may speak it. No word of it says that ' +
        "a letter must pass through a post office, the outgoing server in Alice's mail settings. " +
        'When nothing goes wrong, the straight road even has less to do: one conversation ' +
        'instead of two.',
      technical:
        'The protocol forces no relay on anybody. An MX takes mail for its own domain from any ' +
        'client that speaks SMTP, be it a server or a laptop. The relayed road is two sessions ' +
        'in a row, the first with encryption and a login, so on a perfect day it has more to do.',
      protocol:
        'RFC 5321 §2.1 allows a transfer in one connection from the first client to the last ' +
        'server, or in several hops; §5.1 tells any client how to find the exchanger. Submission ' +
        'comes on top, with STARTTLS, a second EHLO and AUTH, and each of them costs a round ' +
        'trip.',
    },
    {
      everyday:
        'So the post office is not there because of a rule, and not to be quick. The reason must ' +
        "be something that a perfect day does not show. What if Bob's server is down? What if " +
        'the laptop is closed? What if the server does not trust strangers?',
      technical:
        'So the reason for the relay lies elsewhere, in what this day left out. Here the MX was ' +
        'up when it was needed, it took mail from a stranger at once, and the laptop stayed ' +
        'awake. Take one of these away, and look at both roads again.',
      protocol:
        'RFC 5321 §3.6.3 names the reason: many mail clients cannot do all that the standard ' +
        'asks of a sender, such as queueing for later attempts (§4.5.4.1), and so hand ' +
        'everything to one server. Where no attempt fails, this duty costs nothing, and nobody ' +
        'notices who lacks it.',
    },
  ],
  next: [
    {
      everyday:
        'Name three things that can go wrong on the way. With which of them could a post office ' +
        'help?',
      technical:
        'Name three failures on the way from Alice to Bob. Which of them does a relay take off ' +
        "the laptop's hands?",
      protocol:
        "Which of a sending client's duties in RFC 5321 §4.5.4.1 does this day never call upon?",
    },
    {
      everyday:
        "Let Bob's mail server be down for the first minute. Which road is ahead now, and why?",
      technical: 'Set mx.outage.lasts to 60 s. Which road is ahead now, and what decides it?',
      protocol:
        'Set mx.outage.lasts to 60 s. Which client retries sooner, and what wait does RFC 5321 ' +
        '§4.5.4.1 recommend?',
    },
    {
      everyday: 'Look into the settings of your own mail program. What is your post office called?',
      technical:
        'Find the outgoing server in your own mail program: which name, which port, which ' +
        'encryption?',
      protocol:
        'Which submission port does your provider name: 587 with STARTTLS, or 465 with implicit ' +
        'TLS (RFC 8314 §3.3)?',
    },
  ],
}
