/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const GROWING = 'relayed.@mx.peak'
const EQUAL = 'fixed.@mx.peak'
/** From here on it is a crowd. */
const CROWD = 8

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      'Two dozen post offices have a letter for Bob, and his server is down. How many stand at its ' +
      'door at one time when it is back?',
    technical:
      'Two dozen mail servers hold a message each for an MX that is down. How many sessions meet there ' +
      'when it is back?',
    protocol:
      'Two dozen queues with mail for one dead destination, with fixed and with growing intervals: how ' +
      'many transfers meet at the repaired MX?',
  },
  bets: [
    {
      id: 'in-step',
      answer: {
        everyday: 'with equal waits nearly all; with growing waits only a few',
        technical: 'with fixed gaps nearly all; with growing gaps a few',
        protocol: 'fixed intervals: nearly all; growing ones: a few',
      },
      rightWhen: [
        [
          { reading: EQUAL, atLeast: CROWD },
          { reading: GROWING, atMost: CROWD - 1 },
        ],
      ],
    },
    {
      id: 'no-difference',
      answer: {
        everyday: 'no difference: just as many letters, just as many callers',
        technical: 'no difference: the same messages make the same load',
        protocol: 'no difference: load depends on messages, not on intervals',
      },
      rightWhen: [
        [
          { reading: EQUAL, atLeast: CROWD },
          { reading: GROWING, atLeast: CROWD },
        ],
        [
          { reading: EQUAL, atMost: CROWD - 1 },
          { reading: GROWING, atMost: CROWD - 1 },
        ],
      ],
    },
    {
      id: 'growing-gathers',
      answer: {
        everyday: 'with growing waits nearly all: everybody has waited long',
        technical: 'with growing gaps nearly all: long gaps gather the mail',
        protocol: 'growing intervals: nearly all, since they gather the load',
      },
      rightWhen: [
        [
          { reading: EQUAL, atMost: CROWD - 1 },
          { reading: GROWING, atLeast: CROWD },
        ],
      ],
    },
  ],
  watch: [
    {
      everyday: 'At nine all of them knock together. Who still knocks together the next time?',
      technical: 'The first attempts coincide. Do the second ones, in each world?',
      protocol: 'Phases of the retries after the first round, in each world.',
    },
    {
      everyday: 'How many stand at the door at one time when it opens?',
      technical: 'How many sessions are open at the MX at one time after the repair?',
      protocol: 'Concurrent sessions at the MX after the repair, and how long each one lasts.',
    },
    {
      everyday: "Alice's letter is one of the two dozen. Is it better off in the crowd, or alone?",
      technical: "How long is the relay's session with Alice's message in the crowd, and alone?",
      protocol: "Duration of the relay's own transfer at the peak and off it.",
    },
  ],
  explanation: [
    {
      everyday:
        'Growing waits: at most {relayed.@mx.peak} at the door at one time, knocks in all: ' +
        '{relayed.all.attempts}, last letter in after {relayed.all.lastArrival}. Equal waits: at ' +
        'most {fixed.@mx.peak} at one time, knocks in all: {fixed.all.attempts}, last letter in ' +
        'after {fixed.all.lastArrival}. The letters and the door were the same.',
      technical:
        'Growing gaps: sessions at one time: {relayed.@mx.peak} at most; attempts in all ' +
        '{relayed.all.attempts}, last arrival after {relayed.all.lastArrival}. Fixed gaps: ' +
        'sessions at one time: {fixed.@mx.peak} at most; attempts {fixed.all.attempts}, last ' +
        'arrival after {fixed.all.lastArrival}; the relay had sessions open for {fixed.@relay.connected}, ' +
        'against {relayed.@relay.connected} in all.',
      protocol:
        'Peak of concurrent sessions, attempts, last arrival. Growing: {relayed.@mx.peak}, ' +
        '{relayed.all.attempts}, {relayed.all.lastArrival}. Fixed: {fixed.@mx.peak}, ' +
        '{fixed.all.attempts}, {fixed.all.lastArrival}. Fixed with independent phases: ' +
        '{own-clock.@mx.peak}, {own-clock.all.attempts}, {own-clock.all.lastArrival}.',
    },
    {
      everyday:
        'At nine sharp everybody writes, and everybody comes to a closed door in the same second. ' +
        'Who then waits equally long comes back together, every {option:relay.queue.fixed}, again ' +
        "and again. Nothing parts the crowd of nine o'clock, and it stands at the door when it " +
        'opens. Then all want to go in at once, and everybody is slow.',
      technical:
        'What makes a storm is not the number of senders but that their clocks were started by one ' +
        'event: a mailing at the full hour, a power cut that ends, a line that comes back. A fixed ' +
        'gap of {option:relay.queue.fixed} after each failure keeps them in step. Their contents ' +
        'then share the one line of the MX.',
      protocol:
        'A fixed interval after failure preserves phase: what failed together is retried together, ' +
        'every {option:relay.queue.fixed}. RFC 5321 §4.5.4.1 recommends an interval of 30 minutes ' +
        'or more and leaves the strategy to the sender; it does not ask for different phases.',
    },
    {
      everyday:
        'What parts them is a clock of their own. Each post office with growing waits looks ' +
        'through its shelf by its own clock, and hardly any two clocks agree. Another world ' +
        'shows that it is this which helps: equal waits, but each by its own clock: at most ' +
        '{own-clock.@mx.peak} at one time. What growing waits save on top of it are the knocks in ' +
        'vain: {relayed.all.attempts} in all against {own-clock.all.attempts}.',
      technical:
        "Two causes, often mixed up. Each relay's queue has scans with a phase of its own: that " +
        'spreads the load. Another world has equal gaps at the ticks of queue runners of their ' +
        'own; sessions at one time there: {own-clock.@mx.peak} at most. That gaps grow with ' +
        'the age of the message saves attempts: {relayed.all.attempts} against {own-clock.all.attempts}.',
      protocol:
        "Spreading comes from independent phases (Postfix's queue scans every " +
        '{option:relay.queue.run-delay}, or queue runners), saving from the growth of the ' +
        'interval. Sessions at the peak with phases alone: {own-clock.@mx.peak}; attempts: ' +
        '{own-clock.all.attempts} with phases alone, {relayed.all.attempts} with both.',
    },
    {
      everyday:
        'Neither is free. Short equal waits find the open door soon and knock in vain most of the ' +
        'time. Growing waits leave a sick server in peace, and the letters lie longer after it is ' +
        'well: it was back after {option:mx.outage.lasts}, and the last letter came after ' +
        '{relayed.all.lastArrival}.',
      technical:
        'The price: the MX was back after {option:mx.outage.lasts}. With growing gaps the last ' +
        'message arrived after {relayed.all.lastArrival}, with short fixed ones after ' +
        '{own-clock.all.lastArrival} by own clocks and {fixed.all.lastArrival} in step. Repair is ' +
        'not arrival; whoever wants both soon pays in attempts.',
      protocol:
        'Repair at {option:mx.outage.lasts}; last arrivals {fixed.all.lastArrival} (fixed), ' +
        '{own-clock.all.lastArrival} (fixed, own phase), {relayed.all.lastArrival} (growing, to ' +
        '{option:relay.queue.max-backoff} and the next scan after it). Latency after repair is bounded ' +
        'by the interval, the load during the outage by its inverse.',
    },
    {
      everyday:
        "Alice's laptop, straight, knocks every {option:laptop.outbox.every}: its letter was in " +
        'after {direct.alice-1.endedAt}, with {direct.alice-1.attempts} knocks. One such laptop ' +
        'harms nobody. But there are far more laptops than post offices, and ' +
        'nobody could teach all of them to wait. A post office knocks for all its people ' +
        'together, and politely.',
      technical:
        'The direct laptop tries every {option:laptop.outbox.every}: {direct.alice-1.attempts} ' +
        'attempts, and in after {direct.alice-1.endedAt}. With a relay, the retries of thousands ' +
        'of users come from one queue, which knows that the destination is down, limits ' +
        'what it does there at one time ({option:relay.queue.concurrency-limit}), and is set up ' +
        'by somebody who can be asked.',
      protocol:
        'Laptop: interval {option:laptop.outbox.every}, attempts {direct.alice-1.attempts}, ' +
        'arrival {direct.alice-1.endedAt}. RFC 5321 §4.5.4.1 asks a sender to remember hosts that ' +
        'it cannot reach rather than try each message anew. A relay can do that for all its users, ' +
        'and limits what it does to one destination at one time ' +
        '({option:relay.queue.concurrency-limit}); thousands of clients cannot.',
    },
  ],
  next: [
    {
      everyday:
        "Let Bob's server be down for ten minutes more than six hours. How long after the repair does the last letter " +
        'come, and how many knocks were in vain?',
      technical:
        'Set mx.outage.lasts to 370 min. Compare attempts and last arrival of the three rules.',
      protocol:
        'Set mx.outage.lasts to 370 min. How do attempts and latency after repair grow under each law?',
    },
    {
      everyday:
        "Make the line to Bob's server as wide as you like. Does the crowd get smaller, or is it " +
        'only gone sooner?',
      technical:
        'Set mx.line.speed to 0. What becomes of the peak, and of the number that begin together?',
      protocol: 'Set mx.line.speed to 0. Which part of the peak was phase, which part congestion?',
    },
    {
      everyday:
        "Give Alice's laptop the rule of the post office. How many knocks does that save, and how " +
        'much later is her letter in?',
      technical:
        'Set laptop.retry to postfix. What does the direct message lose, and what does the MX gain?',
      protocol:
        'Set laptop.retry to postfix. Compare attempts and arrival of alice-1 with the outbox and ' +
        'with the relay.',
    },
  ],
}
