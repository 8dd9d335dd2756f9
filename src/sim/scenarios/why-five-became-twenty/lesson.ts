/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const TOOK = 'relayed.alice-1.took'

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      "Bob's server makes strangers wait {option:mx.greylist.delay}. When is Alice's letter in, " +
      'by post office?',
    technical:
      "Bob's MX greylists strangers for {option:mx.greylist.delay}. When is the relayed message in?",
    protocol:
      'With mx.greylist.delay {option:mx.greylist.delay}: when does the relayed transfer succeed?',
  },
  bets: [
    {
      id: 'as-told',
      answer: {
        everyday: 'after ten minutes, as it was told',
        technical: 'after ten minutes: the cost is the delay',
        protocol: 'after 600 s, at the delay',
      },
      rightWhen: [[{ reading: TOOK, atMost: '660 s' }]],
    },
    {
      id: 'next-look',
      answer: {
        everyday: 'after ten to fifteen: at its next look',
        technical: 'after ten to fifteen: at the next queue scan',
        protocol: 'after 660 to 900 s: at the next queue scan',
      },
      rightWhen: [[{ reading: TOOK, atLeast: '661 s', atMost: '899 s' }]],
    },
    {
      id: 'own-clock',
      answer: {
        everyday: 'after fifteen to twenty: it knocks seldom',
        technical: 'after fifteen to twenty: its gaps grow',
        protocol: 'after 900 to 1200 s: its back-off grows',
      },
      // With some seconds for the sessions themselves.
      rightWhen: [[{ reading: TOOK, atLeast: '900 s', atMost: '1205 s' }]],
    },
    {
      id: 'starts-anew',
      answer: {
        everyday: 'later still: each knock starts the wait anew',
        technical: 'later still: each attempt restarts the delay',
        protocol: 'later: an early attempt resets the triplet',
      },
      rightWhen: [[{ reading: TOOK, atLeast: '1206 s' }]],
    },
  ],
  watch: [
    {
      everyday: 'When does the post office knock, and who decides that?',
      technical: 'What decides when the relay tries again: the MX or the relay?',
      protocol: 'Does the temporary reply say when to come back? What decides the next attempt?',
    },
    {
      everyday: 'The waiting time is over. What happens at the door at that moment?',
      technical: 'The greylist delay is over. Does anything happen at that moment?',
      protocol: 'The triplet becomes old enough. Which event makes use of it, and when?',
    },
    {
      everyday:
        'After the run, look at the picture of all settings, below: where is it flat, and where ' +
        'does it jump?',
      technical:
        'After the run, look at the sweep over all delays, below: where is it flat, and where ' +
        'does it jump?',
      protocol:
        'After the run, in the sweep below: where does the time to delivery have steps, and how ' +
        'far does it vary there?',
    },
  ],
  explanation: [
    {
      everyday:
        'Strangers were to wait {option:mx.greylist.delay}, and the letter took ' +
        '{relayed.alice-1.took}. With a wait of five minutes it took {five.alice-1.took}. ' +
        'With twelve and fifteen minutes it took {twelve.alice-1.took} and ' +
        '{fifteen.alice-1.took}; with twenty, {twenty.alice-1.took}.',
      technical:
        'With a delay of {option:mx.greylist.delay}, delivery took {relayed.alice-1.took}, ' +
        'attempts: {relayed.alice-1.attempts}. With five minutes, {five.alice-1.took}; with ' +
        'twelve and fifteen, {twelve.alice-1.took} and {fifteen.alice-1.took}; with twenty, ' +
        '{twenty.alice-1.took}, attempts: {twenty.alice-1.attempts}.',
      protocol:
        'mx.greylist.delay {option:mx.greylist.delay}: {relayed.alice-1.lastReply} after ' +
        '{relayed.alice-1.took}, attempts: {relayed.alice-1.attempts}, those before it ' +
        '{relayed.alice-1.firstReply}. Other delays: 300 s {five.alice-1.took}, 720 s ' +
        '{twelve.alice-1.took}, 900 s {fifteen.alice-1.took}, 1200 s {twenty.alice-1.took}.',
    },
    {
      everyday:
        "The waiting time does not open Bob's door, and nobody calls out when it is over. It " +
        'only means that the next knock will be answered. When the post office knocks next is ' +
        'its own affair: it knows nothing of the waiting time, and its waits grow, here from ' +
        '{relayed.alice-1.firstGap} to {relayed.alice-1.lastGap}.',
      technical:
        'The delay is a threshold, not an appointment. The MX lets the next attempt in once the ' +
        'triplet is old enough, but it cannot cause an attempt, and its temporary reply names no ' +
        'time. The relay keeps its own law: the first gap was {relayed.alice-1.firstGap}, the ' +
        'second one {relayed.alice-1.lastGap}.',
      protocol:
        'A 4yz says "later", not when (RFC 5321 §4.2.1). Delivery takes place at the first ' +
        "attempt whose age is at least the delay, so the sender's law decides: wait as long as " +
        'the message is old, at least {option:relay.queue.min-backoff}, then for the next scan. ' +
        'Intervals {relayed.alice-1.firstGap} and {relayed.alice-1.lastGap}.',
    },
    {
      everyday:
        'So many waiting times cost the same. All that end between two knocks have to wait for ' +
        'the second of them. Luck moves every knock by a few minutes at most, since it depends ' +
        'on when the post office last looked through its shelf. The picture of all settings, ' +
        'below, shows this as a band: luck is how thick it is. Where it is flat, a longer wait ' +
        'is free. At the edge of a step, one minute more costs very much.',
      technical:
        'All delays that end between two attempts cost the same: the time of the later one. ' +
        'Luck, which is where the queue scans happen to lie, moves each attempt within one scan ' +
        'interval, {option:relay.queue.run-delay}. So the band in the sweep below has flat steps, ' +
        'and ramps where the delay falls into the window of an attempt: there luck decides ' +
        'whether that attempt was just late enough.',
      protocol:
        'With scan phase u in [0, {option:relay.queue.run-delay}) each attempt has a window of ' +
        'that width. A delay between two windows costs the later window whatever u is; a delay ' +
        'inside one splits the senders by their phase, hence the ramps. The time to delivery is ' +
        'the smallest attempt time not below the delay: a staircase that belongs to the sender.',
    },
    {
      everyday:
        'Another sender has another clock. The laptop that knocks every minute met the same ' +
        'waiting time and was in after {direct.alice-1.took}. For that it knocked ' +
        '{direct.alice-1.attempts} times, and had to stay awake that long. The post office is ' +
        'slower here, because it is sparing with its knocks, and Alice need not wait beside it.',
      technical:
        'Against the same threshold, the laptop that retries every minute was in after ' +
        '{direct.alice-1.took}, with attempts: {direct.alice-1.attempts}; early ones do not ' +
        'start the delay anew. The relay was slower since its gaps grow, as they should in front ' +
        'of a server in trouble. In return the laptop was free after ' +
        '{relayed.alice-1.handedOver}.',
      protocol:
        'The direct client, interval {option:laptop.outbox.every}, took {direct.alice-1.took} ' +
        'and {direct.alice-1.attempts} attempts for the same triplet age. RFC 5321 §4.5.4.1 ' +
        'recommends far longer gaps. The relay pays for its restraint in latency; the client is ' +
        'free after {relayed.alice-1.handedOver}.',
    },
    {
      everyday:
        "Bob's administrator set only one of two clocks. Whoever turns it by a little should ask " +
        'when the other side looks at it.',
      technical:
        'An administrator who sets a delay sets one of two clocks; the other one belongs to the ' +
        'senders. A good delay is a little shorter than the first retry of the senders one wants ' +
        'to have.',
      protocol:
        'A receiver that chooses a delay chooses a step on the retry laws of others. RFC 6647 ' +
        'names a range and leaves the value in it to the operator; the law of the senders that matter is the place to ' +
        'look for it.',
    },
  ],
  next: [
    {
      everyday:
        'In the picture of all settings, below: which waiting times cost fifteen to twenty ' +
        'minutes, whatever the luck? And what does the sixteenth minute cost?',
      technical:
        'In the sweep below: which values of mx.greylist.delay cost 15 to 20 minutes, whatever ' +
        'the luck? And what does the step from 900 s to 960 s cost?',
      protocol:
        'In the sweep below: which values of mx.greylist.delay cost 900 to 1200 s, whatever the ' +
        'phase of the scans? At 960 s, for which phases does the earlier attempt still pass?',
    },
    {
      everyday:
        'Let the post office knock every quarter of an hour, as others do. Which waiting times ' +
        'cost the same now?',
      technical:
        'Set relay.queue.law to fixed, with relay.queue.fixed at 900 s. Which delays cost the ' +
        'same now, and what became of the luck?',
      protocol:
        'Set relay.queue.law to fixed and run the sweep again. Why does luck not matter ' +
        'any more? Then try exim.',
    },
    {
      everyday:
        'Write a second letter to Bob when the first one has arrived. How long does it have to ' +
        'wait, and why?',
      technical:
        'Have Alice write again after the first message is in. What does it cost, and for how ' +
        'long will the MX remember her?',
      protocol:
        'Send again with the same triplet once it has passed. What does mx.greylist.max-age ' +
        'decide, and why does it not count for mx.greylist.auto-whitelist?',
    },
  ],
}
