/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const DIRECT = 'direct.@laptop.cost'
const RELAYED = 'relayed.@relay.cost'
/** How long the letter that is written first is on its way. */
const WAIT = 'relayed.alice-1.took'
/** In cents, for a school day. */
const DEAR = 250
const CHEAP = 150
const VERY_DEAR = 500

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      '1999: the school has one telephone line, and every minute that begins costs ' +
      '{option:relay.line.price}. Alice writes twelve short letters in a day. Which road ' +
      'is better?',
    technical:
      'A modem line at {option:relay.line.price} for each minute begun, twelve short ' +
      'messages in a day. A call for each, or a relay in the house that calls every four hours?',
    protocol:
      'Dial-up with {option:relay.line.speed}, charged by the minute: a ' +
      'session on demand for each message, or a queue that is flushed at planned calls?',
  },
  bets: [
    {
      id: 'cheap-but-late',
      answer: {
        everyday: 'by post office: far cheaper, but letters wait for hours',
        technical: 'relay: a fraction of the cost, hours of delay',
        protocol: 'relayed: few calls, and a delay up to the next one',
      },
      rightWhen: [
        [
          { reading: DIRECT, atLeast: DEAR },
          { reading: RELAYED, atMost: CHEAP },
          { reading: WAIT, atLeast: '1 h' },
        ],
      ],
    },
    {
      id: 'same-money',
      answer: {
        everyday: 'the same money: the same letters through the same line',
        technical: 'the same cost: the octets are the same',
        protocol: 'the same cost: the same contents through the same line',
      },
      rightWhen: [
        [
          { reading: DIRECT, atLeast: DEAR, atMost: VERY_DEAR },
          { reading: RELAYED, atLeast: DEAR, atMost: VERY_DEAR },
        ],
        [
          { reading: DIRECT, atMost: CHEAP },
          { reading: RELAYED, atMost: CHEAP },
        ],
      ],
    },
    {
      id: 'straight-is-cheaper',
      answer: {
        everyday: 'straight is cheaper: no post office that calls, too',
        technical: 'direct is cheaper: no second machine on the line',
        protocol: 'direct is cheaper: one hop less to pay for',
      },
      rightWhen: [
        [
          { reading: DIRECT, atMost: CHEAP },
          { reading: RELAYED, atLeast: DEAR },
        ],
      ],
    },
    {
      id: 'cheap-and-quick',
      answer: {
        everyday: 'by post office: cheaper, and just as quick',
        technical: 'relay: cheaper, with no delay to speak of',
        protocol: 'relayed: fewer calls at the same delay',
      },
      rightWhen: [
        [
          { reading: DIRECT, atLeast: DEAR },
          { reading: RELAYED, atMost: CHEAP },
          { reading: WAIT, atMost: '10 min' },
        ],
      ],
    },
  ],
  watch: [
    {
      everyday: 'Who telephones, how often, and how many letters go along with each call?',
      technical: 'Count the calls on each road, and the messages that each of them carries.',
      protocol: 'Calls, sessions and contents on each road: what does one call carry?',
    },
    {
      everyday: 'How much of a call is talk, and how much is the letter itself?',
      technical: 'How much of a call is dialogue and waiting, how much is content?',
      protocol: 'How many round trips pass before the first octet of content is sent?',
    },
    {
      everyday: 'Where does a letter lie from the time it is written until the telephone rings?',
      technical: 'Where is a message between being sent and the next call?',
      protocol: 'In whose queue is a message until the next call, and who answers for it?',
    },
  ],
  explanation: [
    {
      everyday:
        'Straight: letters delivered: {direct.all.delivered}, calls: {direct.@laptop.calls}, ' +
        'for {direct.@laptop.cost} in call charges. By post office: letters delivered: ' +
        '{relayed.all.delivered}, calls: {relayed.@relay.calls}, for {relayed.@relay.cost} in ' +
        'call charges. But the letter that Alice wrote first, which was also the slowest, took ' +
        '{direct.alice-1.took} straight and {relayed.alice-1.took} by post office.',
      technical:
        'Direct: calls: {direct.@laptop.calls}, which lasted {direct.@laptop.callTime} for ' +
        '{direct.@laptop.cost} in call charges; the message written first took ' +
        '{direct.alice-1.took}. Relayed: calls: {relayed.@relay.calls}, which lasted ' +
        '{relayed.@relay.callTime} for {relayed.@relay.cost} in call charges; the message ' +
        'written first took {relayed.alice-1.took}. Delivered: {direct.all.delivered} and ' +
        '{relayed.all.delivered}. On either road the message written first was the slowest.',
      protocol:
        'Direct: calls {direct.@laptop.calls}, duration {direct.@laptop.callTime}, charge ' +
        '{direct.@laptop.cost}, alice-1 complete after {direct.alice-1.took}. Relayed: ' +
        'calls {relayed.@relay.calls}, duration {relayed.@relay.callTime}, charge ' +
        '{relayed.@relay.cost}, alice-1 complete after {relayed.alice-1.took}; longest ' +
        'queue {relayed.@relay.queuePeak}. Delivered: {direct.all.delivered} and ' +
        '{relayed.all.delivered}.',
    },
    {
      everyday:
        'A minute that has begun is paid for whole, and a short letter does not fill it. All ' +
        'calls straight from the laptop together lasted {direct.@laptop.callTime}: that is its ' +
        'time on the telephone. It talked with a server for {direct.@laptop.connected} of it; ' +
        'in the rest nobody says anything, and it waits to hang up. Yet each call was paid for ' +
        'as a whole minute. The post office collects letters in a bag and pays for one call ' +
        'per bag.',
      technical:
        'Each direct message pays for dialling, for a dialogue with its round trips, for the ' +
        'time until the modem hangs up, and for the rest of a minute that nobody uses. Time of ' +
        'calls, {direct.@laptop.callTime}, is from the moment the line is up until it hangs up; ' +
        'time connected, {direct.@laptop.connected}, is only what sessions took of it. The relay ' +
        'does all that once for a whole queue: up to {relayed.@relay.queuePeak} messages went ' +
        'along with one call.',
      protocol:
        'SMTP is a dialogue: greeting, EHLO, envelope and content wait for each other, and every ' +
        'wait is charged. A flushed queue runs its sessions side by side, so one waits while ' +
        'another sends, and the minute is full. In the house, laptop and submission server talk ' +
        'without the line: the laptop made {relayed.@laptop.calls} calls.',
    },
    {
      everyday:
        'The price is patience. What is written just after a call lies in the bag until the ' +
        'next one. Alice need not wait for that: her part was done after ' +
        '{relayed.alice-1.handedOver}. The letter waits, and the post office has promised to ' +
        'look after it.',
      technical:
        'The price is delay: up to {option:relay.line.every} until the next call. It is ' +
        'the message that waits and not the person: it was handed over after ' +
        '{relayed.alice-1.handedOver}, and the relay was responsible for it from then on.',
      protocol:
        'The delay is bounded by the interval between calls, {option:relay.line.every}. The ' +
        'submission server had given its 250 after {relayed.alice-1.handedOver}; in the meantime ' +
        'the message lies in its queue, which is what a queue is for (RFC 5321 §4.5.4.1).',
    },
    {
      everyday:
        "Now suppose that Bob's college has only a telephone, too, and never calls while the " +
        "school does. Straight to Bob's server is hopeless then: the two are never on the line together. Bob's " +
        'provider keeps his letters and hands them out when the college calls. Delivered: ' +
        '{etrn.all.delivered}; the letter that she wrote first took {etrn.alice-1.took}.',
      technical:
        'In two more worlds the MX is on dial-up as well, at other hours than the school. The ' +
        'relay then finds only the backup exchanger, which holds the mail until the college asks ' +
        'for it: with ETRN, and the backup connects ({etrn.all.delivered} delivered), or with ' +
        'ODMR, over the connection that is open already ({odmr.all.delivered} delivered).',
      protocol:
        'With the MX on dial-up, the next preference takes the mail (RFC 5321 §5.1) and holds ' +
        'it. ETRN (RFC 1985) asks the backup to start its queue; it connects to the MX, which ' +
        'therefore needs a fixed address. ATRN (RFC 2645) authenticates and reverses the roles ' +
        'on the open connection, so any address will do. Delivered: {etrn.all.delivered} and ' +
        '{odmr.all.delivered}, calls of the MX: {etrn.@mx.calls} and {odmr.@mx.calls}.',
    },
    {
      everyday:
        'So a post office in between does two things at once here. It makes one journey of many. ' +
        'And it lets two people write to each other who are never there at the same time. Lines ' +
        'have become cheap; the second reason has stayed.',
      technical:
        'So a relay decouples: sender and recipient need not be online together, and neither ' +
        'pays for the waiting of the other. That the line was the scarce thing is history. That ' +
        'two machines are not always up at the same time is not.',
      protocol:
        'Store and forward decouples the availability of the endpoints: each hop needs only its ' +
        'two ends at one time. Charges by the minute are history, intermittent hosts are not, ' +
        'and a laptop is one of them.',
    },
  ],
  next: [
    {
      everyday:
        'Let the post office call every hour, then every ten minutes. When do the calls cost as ' +
        'much as straight delivery?',
      technical:
        'Set relay.line.first and relay.line.every to 3600 s, then to 600 s. Where do cost and ' +
        'delay meet?',
      protocol:
        'Set relay.line.every to 3600 s, then 600 s, and relay.line.first as well. What does the ' +
        'school pay for each hour of delay that it saves?',
    },
    {
      everyday: 'Buy a modem that is six times as fast. Does it make either road cheaper?',
      technical:
        'Set laptop.line.speed and relay.line.speed to 1440. Does either bill get smaller, ' +
        'and what is each of them paid for?',
      protocol:
        'Set both line.speed options to 1440. Which part of a call is bound by the round trip ' +
        'and not by the rate?',
    },
    {
      everyday:
        "Let Bob's college be on the telephone from the start. Where do Alice's straight letters " +
        'go then?',
      technical:
        'Set mx.line.kind to calls and mx.fetch to etrn. Who takes the messages on the direct ' +
        'road, and is that still direct?',
      protocol:
        'Set mx.line.kind to calls, mx.fetch to etrn and backup.hold to until-asked. Which ' +
        'exchanger answers the laptop, and who has the duty to deliver from then on?',
    },
  ],
}
