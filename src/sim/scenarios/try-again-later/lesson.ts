/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const DIRECT = 'direct.alice-1.outcome'
const RELAYED = 'relayed.alice-1.outcome'
const BY_HAND = 'send-again.alice-1.outcome'
const BOT = 'direct.bot-1.outcome'
const ARRIVES = ['delivered']
const STAYS_OUT = ['refused', 'bounced', 'lost', 'queued']

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday: "Bob's server tells every stranger: not now. Who gets a letter in?",
    technical: "Bob's MX greylists everybody it does not know. Which messages get in?",
    protocol: 'The MX answers every new triplet with a 4yz at RCPT. Which transfers succeed?',
  },
  bets: [
    {
      id: 'who-comes-back',
      answer: {
        everyday: 'whoever comes back later, even Alice by hand',
        technical: 'whoever tries again later, relay or not',
        protocol: 'whoever repeats the same triplet later',
      },
      rightWhen: [
        [
          { reading: RELAYED, oneOf: ARRIVES },
          { reading: BY_HAND, oneOf: ARRIVES },
          { reading: DIRECT, oneOf: STAYS_OUT },
          { reading: 'direct.alice-1.attempts', oneOf: [1] },
          { reading: BOT, oneOf: STAYS_OUT },
        ],
        [
          { reading: RELAYED, oneOf: ARRIVES },
          { reading: BY_HAND, oneOf: ARRIVES },
          { reading: DIRECT, oneOf: ARRIVES },
          { reading: 'direct.alice-1.attempts', atLeast: 2 },
          { reading: BOT, oneOf: STAYS_OUT },
        ],
      ],
    },
    {
      id: 'only-the-relay',
      answer: {
        everyday: 'only the post office: servers trust servers',
        technical: 'only the relay: servers trust real servers',
        protocol: 'only the relay: an MX trusts MTAs, not MUAs',
      },
      rightWhen: [
        [
          { reading: RELAYED, oneOf: ARRIVES },
          { reading: BY_HAND, oneOf: STAYS_OUT },
          { reading: DIRECT, oneOf: STAYS_OUT },
          { reading: BOT, oneOf: STAYS_OUT },
        ],
      ],
    },
    {
      id: 'alice-on-any-road',
      answer: {
        everyday: 'Alice on every road; only the spam stays out',
        technical: 'Alice on every road; only the bot stays out',
        protocol: 'alice@school.example from any host, but not the bot',
      },
      rightWhen: [
        [
          { reading: RELAYED, oneOf: ARRIVES },
          { reading: BY_HAND, oneOf: ARRIVES },
          { reading: DIRECT, oneOf: ARRIVES },
          { reading: 'direct.alice-1.attempts', oneOf: [1] },
          { reading: BOT, oneOf: STAYS_OUT },
        ],
      ],
    },
  ],
  watch: [
    {
      everyday:
        "What does Bob's server say at the first knock: to Alice, to the post office, to the " +
        'spam program?',
      technical: "What is the MX's first answer to Alice's program, to the relay and to the bot?",
      protocol: 'Compare the reply at RCPT that laptop, relay and bot get at their first attempt.',
    },
    {
      everyday: 'Who knocks a second time, and after how long?',
      technical: 'Which senders come back, after how long, and from which address?',
      protocol:
        'Which clients retry, after what interval, from which address, with which reverse-path?',
    },
    {
      everyday: "What does Bob's server remember of a stranger between two knocks?",
      technical: 'What does the MX remember of a sender between two attempts?',
      protocol: 'Which three values make the triplet, and how old is it at each attempt?',
    },
  ],
  explanation: [
    {
      everyday:
        "By post office: {relayed.alice-1.outcome}, tries: {relayed.alice-1.attempts}. Alice's " +
        'program, which tries only once: {direct.alice-1.outcome}. The spam: ' +
        '{direct.bot-1.outcome}. Alice once more, who pressed Send again after ' +
        '{send-again.alice-1.firstGap}: {send-again.alice-1.outcome}.',
      technical:
        'Relay: {relayed.alice-1.outcome} after {relayed.alice-1.endedAt}, attempts: ' +
        '{relayed.alice-1.attempts}. Program that tries once: {direct.alice-1.outcome}, last ' +
        'reply {direct.alice-1.lastReply}. Bot: {direct.bot-1.outcome}, last reply ' +
        '{direct.bot-1.lastReply}. Alice, who presses Send again after ' +
        '{send-again.alice-1.firstGap}: {send-again.alice-1.outcome}.',
      protocol:
        'Relay: {relayed.alice-1.lastReply}, {relayed.alice-1.outcome}; attempts: ' +
        '{relayed.alice-1.attempts}, first interval {relayed.alice-1.firstGap}. Laptop without ' +
        'retry: {direct.alice-1.lastReply}, {direct.alice-1.outcome}. Bot: ' +
        '{direct.bot-1.lastReply}, {direct.bot-1.outcome}. Laptop with Send again: ' +
        '{send-again.alice-1.lastReply}, {send-again.alice-1.outcome}; first interval ' +
        '{send-again.alice-1.firstGap}.',
    },
    {
      everyday:
        "Bob's server does not check who you are, and it does not read your letter. It asks one " +
        'thing: will you come back, from the same place? It notes where you come from, who you ' +
        'say you are and for whom you ask. After {option:mx.greylist.delay} the same three are ' +
        'let in.',
      technical:
        'Greylisting asks one thing: will the same sender come back from the same place? The MX ' +
        'notes client network, envelope sender and recipient, and refuses for now. Who repeats ' +
        'the same three after {option:mx.greylist.delay} is let in. Nobody reads the message, ' +
        'and nobody checks the name on it.',
      protocol:
        'RFC 5321 §4.5.4.1 tells a sender to queue and retry after a 4yz; greylisting (RFC 6647) ' +
        'makes a test of that duty. The triplet is client ({option:mx.greylist.key}), ' +
        'reverse-path and forward-path; it passes from {option:mx.greylist.delay} to ' +
        '{option:mx.greylist.retry-window} after first contact. Neither content nor reverse-path ' +
        'is verified.',
    },
    {
      everyday:
        'A program that tries only once fails this test just as a spam program does: from ' +
        'outside, the two look alike. A post office passes it without effort, because coming ' +
        'back is its daily work. So does Alice when she presses Send again. It was never about ' +
        'who she is.',
      technical:
        'A program that tries once is, to the MX, the same thing as a bot that never returns. A ' +
        'relay comes back by itself: what is refused for now goes into its queue, and out again ' +
        'later. When Alice presses Send again, she is her own queue. So it was never about who ' +
        'she is.',
      protocol:
        'A client for which a 4yz is final cannot be told from a fire-and-forget bot, whatever ' +
        'its From field says. An MTA passes because it retries anyway. A person who repeats the ' +
        'transaction from the same network passes as well: the test is of behaviour, not of ' +
        'identity or software.',
    },
    {
      everyday:
        'But Alice has to sit there and press. If her laptop is to come back by itself, it has ' +
        'to keep trying, stay awake and stay in the same place. With all three she has a mail ' +
        'server at home. The post office has had them all along.',
      technical:
        "The laptop's three switches are the three parts of this test: tries again, always on, " +
        'same address each time. With all three on it passes unattended, and Alice runs a mail ' +
        'server at home. A relay is that server, shared and looked after by somebody else.',
      protocol:
        'Retry, availability and a stable address are what greylisting measures, and what ' +
        'laptop.retry, laptop.always-on and laptop.same-address switch on. A host with all three ' +
        'is an MTA at home. A submission server (RFC 6409) is an MTA that many users share.',
    },
  ],
  next: [
    {
      everyday:
        "Let Alice's program try again every minute. Which knock opens the door, and were the " +
        'others in vain?',
      technical:
        'Set laptop.retry to outbox, which tries every 60 s. Which attempt gets in, and what ' +
        'decides that?',
      protocol:
        'Set laptop.retry to outbox. Does an early retry start the delay anew, or does first ' +
        'contact count?',
    },
    {
      everyday:
        'Close the lid between two knocks, so that the laptop wakes up with another address. ' +
        'Does the server still know it?',
      technical:
        'Let the laptop sleep between two attempts and wake up with another address. Is it still ' +
        'the same sender?',
      protocol:
        'Let the laptop retry from another /24. What becomes of the triplet? Compare both values ' +
        'of mx.greylist.key.',
    },
    {
      everyday: "Spammers can learn to wait as well. What will Bob's server have gained by then?",
      technical:
        'Suppose the bot learns to come back. What could the MX do with the time it has won?',
      protocol:
        'Against bots that retry, greylisting alone stops nothing. Which other check profits ' +
        'from the delay?',
    },
  ],
}
