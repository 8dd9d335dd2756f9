/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Condition, Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const NEVER_STOPPED = [0]

/** Nobody's letter is lost, and the newsletter is not late. */
const harmless = (world: string): readonly Condition[] => [
  { reading: `${world}.good.stopped`, oneOf: NEVER_STOPPED },
  { reading: `${world}.newsletter.slowest`, atMost: '30 min' },
]

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      "Somebody has Emil's password and sends spam by the school's post office. Alice sends her " +
      'newsletter by it, too. How many letters an hour should one person be allowed to send?',
    technical:
      'A stolen account sends spam through a shared relay, beside pupils and a newsletter. Which ' +
      'quota per account and hour does least harm: none, 1,000, 100 or 10?',
    protocol:
      'One compromised account at an MSA, one legitimate bulk sender, many others. Which value of ' +
      'relay.quota minimises refused and delayed mail?',
  },
  bets: [
    {
      id: 'hundred',
      answer: {
        everyday: '100: more than anybody honest needs, less than a thief wants',
        technical: '100 an hour: above the newsletter, below the spammer',
        protocol: '100: between legitimate and abusive volume',
      },
      rightWhen: [harmless('limit-100')],
    },
    {
      id: 'none',
      answer: {
        everyday: 'no limit: it is Emil who is in trouble, not the others',
        technical: 'none: receivers block the account, not the relay',
        protocol: 'none: the reverse-path identifies the culprit',
      },
      rightWhen: [harmless('relayed')],
    },
    {
      id: 'thousand',
      answer: {
        everyday: '1,000: one must not be petty, and spammers send millions',
        technical: '1,000: generous to users, still a limit',
        protocol: '1000: only bulk abuse exceeds it',
      },
      rightWhen: [harmless('limit-1000')],
    },
    {
      id: 'ten',
      answer: {
        everyday: '10: the less a thief can send the better for all',
        technical: '10: the tighter, the safer, and retries cost nothing',
        protocol: '10: minimal abuse, and a 4yz only defers the rest',
      },
      rightWhen: [harmless('limit-10')],
    },
  ],
  watch: [
    {
      everyday: 'When is the school put on the list, and for whom does that matter?',
      technical: 'When is the relay listed, and whose mail is refused from then on?',
      protocol: 'Find the listing of 192.0.2.25 and the first refusal of good mail.',
    },
    {
      everyday: 'What does the thief hear when the limit is reached? Does he care?',
      technical: 'Which reply does the bot get beyond the quota, and what does it do?',
      protocol: 'Find the reply to MAIL beyond the quota, for the bot and for the laptop.',
    },
    {
      everyday:
        'With the smallest limit: how do the letters of the newsletter leave, over the day?',
      technical: 'With quota 10: in which portions does the newsletter leave?',
      protocol: 'With quota 10: relate the deliveries of the newsletter to the hours of the quota.',
    },
  ],
  explanation: [
    {
      everyday:
        'Letters of honest people that did not arrive: no limit {relayed.good.stopped} of ' +
        '{relayed.good.sent}, 1,000 an hour {limit-1000.good.stopped}, 100 an hour ' +
        '{limit-100.good.stopped}, 10 an hour {limit-10.good.stopped}. But with the last one the ' +
        'newsletter took up to {limit-10.newsletter.slowest}, and with 100 ' +
        '{limit-100.newsletter.slowest}.',
      technical:
        'Good mail lost of {relayed.good.sent}: no quota {relayed.good.stopped}, 1,000 ' +
        '{limit-1000.good.stopped}, 100 {limit-100.good.stopped}, 10 {limit-10.good.stopped}. Slowest ' +
        'letter of the newsletter: 100 {limit-100.newsletter.slowest}, 10 ' +
        '{limit-10.newsletter.slowest}.',
      protocol:
        'Good, stopped: {relayed.good.stopped} / {limit-1000.good.stopped} / {limit-100.good.stopped} ' +
        '/ {limit-10.good.stopped} of {relayed.good.sent} for none / 1000 / 100 / 10. Newsletter, ' +
        'median and maximum: {limit-100.newsletter.median}, {limit-100.newsletter.slowest} at 100; ' +
        '{limit-10.newsletter.median}, {limit-10.newsletter.slowest} at 10.',
    },
    {
      everyday:
        'Doors do not know Emil. They know the post office that rings, and the keepers of the list put ' +
        'its address down. From then on pupils, the newsletter and Alice stood outside: her letter was ' +
        '{relayed.alice-1.outcome}. Who shares a post office shares its name, as room-mates share a ' +
        'door.',
      technical:
        'The spam leaves from the address of the relay, with a valid login. The blocklist lists that ' +
        'address, so all users are refused: pupils {relayed.pupils.stopped} of {relayed.pupils.sent}, ' +
        'newsletter {relayed.newsletter.stopped} of {relayed.newsletter.sent}, alice-1 ' +
        '{relayed.alice-1.lastReply}.',
      protocol:
        'Client address and not account is what a DNSBL is asked about. alice-1: ' +
        '{relayed.alice-1.lastReply}; pupils stopped {relayed.pupils.stopped}/{relayed.pupils.sent}; newsletter ' +
        '{relayed.newsletter.stopped}/{relayed.newsletter.sent}. AUTH (RFC 4954) proves possession of ' +
        'a password, not who has it.',
    },
    {
      everyday:
        'A limit is a fuse. This thief sent less than a thousand in his hour, so the largest fuse ' +
        'never blew: {limit-1000.spam.lost} of his letters were stopped. At 100 it blew for him, ' +
        '{limit-100.spam.lost} were stopped, and what came through was too little for the list. The ' +
        'newsletter needs less than that.',
      technical:
        'Stopped at the relay: 1,000 {limit-1000.spam.lost}, 100 {limit-100.spam.lost}, 10 ' +
        '{limit-10.spam.lost} of {relayed.spam.sent}. The list acts from {option:list.hits} hits on; ' +
        'below that the relay stays clean. The right fuse lies between what the largest honest sender ' +
        'needs and what a thief wants.',
      protocol:
        'Refused at MAIL with a 4yz: {limit-1000.spam.lost} / {limit-100.spam.lost} / ' +
        '{limit-10.spam.lost} of {relayed.spam.sent}; the bot does not retry. The list needs ' +
        '{option:list.hits} hits, one message in five hits a trap. A policy service such as ' +
        'check_policy_service does the counting in practice.',
    },
    {
      everyday:
        'The smallest fuse stops the thief best and blows for honest people, too: the newsletter left ' +
        'in small portions, an hour apart. Nothing was lost, for its program came back each time. But ' +
        'an invitation that comes when the fair is over is none.',
      technical:
        'At 10 an hour the newsletter is put off again and again and leaves in portions: half of it ' +
        'after {limit-10.newsletter.median}. A quota delays rather than loses, provided that the ' +
        'client retries. So one gives newsletters a quota of their own.',
      protocol:
        'The quota counts MAIL per account in hours that begin with its first message; beyond it ' +
        'MAIL gets a 4yz, so a client with a queue loses nothing: {limit-10.newsletter.delivered} of ' +
        '{limit-10.newsletter.sent}. Attempts at the relay would tell the rest of the price.',
    },
    {
      everyday:
        'Straight from her laptop Alice has no room-mates: {direct.alice-1.outcome}. Nobody spoils her ' +
        'name, and nobody makes it. Should it be her laptop from which the thief sends, there is no ' +
        'fuse, and nobody who looks at the meter.',
      technical:
        'Direct: {direct.alice-1.outcome}, since her own address has done nothing. But an infected ' +
        'laptop that sends direct meets no quota at all: a relay is not only a shared risk, it is also ' +
        'the only place where one can put a fuse.',
      protocol:
        'alice-1 direct: {direct.alice-1.outcome}. Rate limiting by account presupposes an MSA ' +
        '(RFC 6409 §6); on port 25 from end-user addresses there is none. Here only one DNSBL is ' +
        'asked, and no list of end-user ranges.',
    },
  ],
  next: [
    {
      everyday: 'Let the thief come back every hour. Is the limit still enough?',
      technical:
        'Set bot.retry to same-address, bot.retry-after to 3600 s. What does 100 an hour do?',
      protocol: 'Let the bot retry hourly: what must follow the first refusal by quota?',
    },
    {
      everyday: 'How many letters in traps should a list forgive a post office?',
      technical: 'Set list.hits to 5. Which quota keeps the relay off the list now?',
      protocol: 'Which relation of list.hits, trap share and quota keeps an MSA unlisted?',
    },
    {
      everyday:
        'By what could one tell the thief from the newsletter, other than by how much they send?',
      technical: 'Would you rather limit bounces than volume? Look at what comes back to Emil.',
      protocol: 'Compare the share of refused recipients of both accounts as a signal of abuse.',
    },
  ],
}
