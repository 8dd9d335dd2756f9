/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { words } from '../words.ts'
import { TITLE } from './title.ts'

const NONE = [0]
const SOME = { atLeast: 1 }

export const lesson: Lesson = {
  title: TITLE.title,
  question: words(
    'The spam program has learnt to knock twice. Is it still worth telling strangers to come back?',
    'The bots retry now. What is greylisting still good for?',
    'The clients repeat their triplets. What does greylisting add to a DNSBL with a lag?',
  ),
  bets: [
    {
      id: 'buys-time',
      answer: words(
        'yes: while it waits, it gets on the list of spammers',
        'yes: the wait lets the blocklist catch up',
        'yes: the delay exceeds the lag of the DNSBL',
      ),
      rightWhen: [
        [
          { reading: 'greylist-only.spam.inbox', ...SOME },
          { reading: 'list-only.spam.inbox', ...SOME },
          { reading: 'relayed.spam.inbox', oneOf: NONE },
        ],
      ],
    },
    {
      id: 'useless-now',
      answer: words(
        'no: who knocks twice comes in, list or not',
        'no: a bot that retries beats it in any combination',
        'no: a client that retries passes in every configuration',
      ),
      rightWhen: [
        [
          { reading: 'greylist-only.spam.inbox', ...SOME },
          { reading: 'relayed.spam.inbox', ...SOME },
        ],
      ],
    },
    {
      id: 'stops-all',
      answer: words(
        'yes: a spam program gives up in the end, that is enough',
        'yes: greylisting alone still stops the bots',
        'yes: greylisting alone suffices against bots',
      ),
      rightWhen: [[{ reading: 'greylist-only.spam.inbox', oneOf: NONE }]],
    },
  ],
  watch: [
    words(
      'When does the spammer write into the trap, and when is it on the list?',
      'When does the bot hit the spamtrap, and when is its address listed?',
      'Compare the instant of the first hit at the trap with that of the listing.',
    ),
    words(
      "What does Bob's server say to the spam at the second knock, with the list and without?",
      "What is the MX's answer to the bot's retry, with the blocklist and without?",
      'Compare the reply to the second RCPT of one triplet in both worlds.',
    ),
    words(
      "How long does Alice's letter take by the post office?",
      "What is the delay of Alice's message by relay?",
      'How long is alice-1 deferred by the same rule?',
    ),
  ],
  explanation: [
    words(
      'No defence: {neither.spam.inbox} of {neither.spam.sent} pieces of spam lie in the mailboxes. ' +
        'Only "come back later": {greylist-only.spam.inbox}, for this program does come back. Only ' +
        'the list: {list-only.spam.inbox}. Both: {relayed.spam.inbox}.',
      'In the inbox, of {neither.spam.sent}: without checks {neither.spam.inbox}, greylist alone ' +
        '{greylist-only.spam.inbox}, blocklist alone {list-only.spam.inbox}, both ' +
        '{relayed.spam.inbox}.',
      'Spam delivered of {neither.spam.sent}: no checks {neither.spam.inbox}; greylisting ' +
        '{greylist-only.spam.inbox}; DNSBL {list-only.spam.inbox}; both {relayed.spam.inbox}.',
    ),
    words(
      'The keepers of the list have addresses at which nobody lives. Who writes there has bought ' +
        'addresses. From the first such letter it took them {option:list.lag} to put the sender on ' +
        'their list: what was quick enough came in before. "Come back later" made it wait for ' +
        '{option:mx.greylist.delay} at least, and then the list knew.',
      'The operator lists an address {option:list.lag} after its first hit at a trap; until then, and ' +
        'until the answer "not listed" has left the cache, spam passes. The greylist holds every first ' +
        'contact for {option:mx.greylist.delay}: longer than the lag, so the retry meets a listing.',
      'Lag of the DNSBL: {option:list.lag}, negative TTL {option:list.negative-ttl} (RFC 2308 §5). ' +
        'Greylisting defers each new triplet by at least {option:mx.greylist.delay} (RFC 6647), which ' +
        'exceeds the sum of both.',
    ),
    words(
      'Against the old programs, which never came back, the first defence alone was enough: ' +
        '{impatient-greylist.spam.inbox} came in, and with the list alone {impatient-list.spam.inbox}. ' +
        'So the two are not simply added up: what one is worth depends on whether the other is there ' +
        'and on who is knocking.',
      'Against fire-and-forget bots greylisting alone stops everything ' +
        '({impatient-greylist.spam.inbox}), a blocklist alone does not ({impatient-list.spam.inbox}). ' +
        'The effects do not add up: there is an interaction, and its sign depends on the bot.',
      'One-shot clients: greylisting {impatient-greylist.spam.inbox}, DNSBL ' +
        '{impatient-list.spam.inbox}. The interaction contrast of the two factors changes its sign ' +
        'between one-shot and retrying clients.',
    ),
    words(
      'And Alice? By the post office her letter took {relayed.alice-1.took} instead of ' +
        '{neither.alice-1.took}; straight from a program that knocks once: {direct.alice-1.outcome}. ' +
        'The post office comes back by itself, from the same place, and is on no list. That is why it ' +
        'is let through where her own computer looks like the infected one.',
      'The price: by relay {relayed.alice-1.took} instead of {neither.alice-1.took}; direct, from a ' +
        'program that tries once: {direct.alice-1.outcome}. A relay retries by itself, from a fixed ' +
        'address with a good record.',
      'alice-1: {relayed.alice-1.took} against {neither.alice-1.took} without checks; direct ' +
        '{direct.alice-1.outcome}, {direct.alice-1.lastReply}.',
    ),
  ],
  next: [
    words(
      'Let the list be slow: ten minutes instead of four. What comes through now?',
      'Set the lag of the list to 600 s. What passes with the blocklist alone, and with both?',
      'Set list.lag to 600 s and compare both worlds.',
    ),
    words(
      'What would a spammer have to do to get past both? What does it cost?',
      'How would a bot get past both defences, and what would that cost the spammer?',
      'Which client behaviour defeats both, and at what price per delivered message?',
    ),
    words(
      'How long may "come back later" be before it hurts people more than spammers?',
      'Which greylist delay is worth its price for good mail?',
      'Where is the optimum of the greylist delay, given the lag and the retry schedule of good MTAs?',
    ),
  ],
}
