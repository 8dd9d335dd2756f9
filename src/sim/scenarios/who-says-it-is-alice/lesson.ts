/** The words of this scenario. What came of the run stands in braces, as a reading. */
import type { Lesson } from '../scenario.ts'
import { TITLE } from './title.ts'

const SCHOOL = 'relayed.alice-1.outcome'
const LAPTOP = 'direct.alice-1.outcome'
const PHISHER = 'direct.bot-1.outcome'
const LIST = 'relayed.tea-1.outcome'

const ARRIVES = ['delivered']
const STAYS_OUT = ['refused', 'bounced', 'lost', 'discarded']

export const lesson: Lesson = {
  title: TITLE.title,
  question: {
    everyday:
      'Four letters say "from Alice": by her school, straight from her laptop, from a cheat\'s PC, ' +
      'and by her tea club, which passes letters on. Her school asks everybody to refuse what is not ' +
      'from her. Which of them does Bob get?',
    technical:
      'Four deliveries claim alice@school.example, whose domain publishes p=reject: the relay, the ' +
      'laptop direct, a phisher, a mailing list. Fill in SPF, DKIM and DMARC. Which are refused?',
    protocol:
      'RFC5322.From is alice@school.example four times, under p=reject: MSA, MUA direct, phisher, ' +
      'list with unchanged content. Which identifiers align, and which messages are rejected?',
  },
  bets: [
    {
      id: 'laptop-like-phisher',
      answer: {
        everyday: "the school's and the club's; laptop and cheat are both turned away",
        technical: 'relay and list pass; laptop and phisher both fail',
        protocol: 'relay and list aligned; MUA and phisher both rejected',
      },
      rightWhen: [
        [
          { reading: SCHOOL, oneOf: ARRIVES },
          { reading: LIST, oneOf: ARRIVES },
          { reading: LAPTOP, oneOf: STAYS_OUT },
          { reading: PHISHER, oneOf: STAYS_OUT },
        ],
      ],
    },
    {
      id: 'only-the-phisher',
      answer: {
        everyday: "all but the cheat's: the other three really are from her",
        technical: 'only the phisher fails: the other three are genuine',
        protocol: 'only the forged one is rejected; the author is authenticated',
      },
      rightWhen: [
        [
          { reading: LAPTOP, oneOf: ARRIVES },
          { reading: LIST, oneOf: ARRIVES },
          { reading: PHISHER, oneOf: STAYS_OUT },
        ],
      ],
    },
    {
      id: 'only-the-school',
      answer: {
        everyday: "only the school's: what the club passes on does not come from her",
        technical: 'only the relay passes: a list breaks SPF, so it fails',
        protocol: 'only the MSA: SPF is not aligned for the list, so DMARC fails',
      },
      rightWhen: [
        [
          { reading: SCHOOL, oneOf: ARRIVES },
          { reading: LIST, oneOf: STAYS_OUT },
          { reading: LAPTOP, oneOf: STAYS_OUT },
        ],
      ],
    },
    {
      id: 'all-four',
      answer: {
        everyday: 'all four: her name is on each of them',
        technical: 'all four: the From line says Alice',
        protocol: 'all four: From is what identifies the author',
      },
      rightWhen: [
        [
          { reading: LAPTOP, oneOf: ARRIVES },
          { reading: PHISHER, oneOf: ARRIVES },
        ],
      ],
    },
  ],
  watch: [
    {
      everyday: "What does Bob's server ask the address book while a letter waits at its door?",
      technical: 'Which records does the MX look up for SPF, DKIM and DMARC, and when?',
      protocol: 'Follow the TXT queries: the reverse-path, selector._domainkey, _dmarc.',
    },
    {
      everyday: "Put the laptop's row and the cheat's row side by side. Where do they differ?",
      technical: 'Compare the verdicts on the laptop and on the phisher, column by column.',
      protocol: 'Compare the two Authentication-Results, method by method.',
    },
    {
      everyday: 'When is the no said: at the door, or after the letter has been read?',
      technical: 'At which point of the session does DMARC decide, and why not at RCPT?',
      protocol: 'Which reply carries the rejection? What had to be seen before?',
    },
  ],
  explanation: [
    {
      everyday:
        'Is it the right door, is the seal whole, and does one of them speak for the name in the ' +
        'letter? By the school: {relayed.alice-1.spf}, {relayed.alice-1.dkim}, ' +
        '{relayed.alice-1.dmarc}. Her laptop: {direct.alice-1.spf}, {direct.alice-1.dkim} (it has no ' +
        'seal), {direct.alice-1.dmarc}. The cheat: {direct.bot-1.spf}, {direct.bot-1.dkim}, ' +
        '{direct.bot-1.dmarc}. The club: {relayed.tea-1.spf} (its own door), {relayed.tea-1.dkim}, ' +
        '{relayed.tea-1.dmarc}.',
      technical:
        'SPF / DKIM / DMARC. Relay: {relayed.alice-1.spf} / {relayed.alice-1.dkim} / ' +
        '{relayed.alice-1.dmarc}. Laptop: {direct.alice-1.spf} / {direct.alice-1.dkim} / ' +
        '{direct.alice-1.dmarc}. Phisher: {direct.bot-1.spf} / {direct.bot-1.dkim} / ' +
        '{direct.bot-1.dmarc}. List: {relayed.tea-1.spf} (not aligned) / {relayed.tea-1.dkim} / ' +
        '{relayed.tea-1.dmarc}.',
      protocol:
        'spf, dkim, dmarc (and what aligned). MSA: {relayed.alice-1.spf}, {relayed.alice-1.dkim}, ' +
        '{relayed.alice-1.dmarc} ({relayed.alice-1.vouchedBy}). MUA: {direct.alice-1.spf}, ' +
        '{direct.alice-1.dkim}, {direct.alice-1.dmarc}. Phisher: {direct.bot-1.spf}, ' +
        '{direct.bot-1.dkim}, {direct.bot-1.dmarc}. List: {relayed.tea-1.spf} for club.example, ' +
        '{relayed.tea-1.dkim}, {relayed.tea-1.dmarc} ({relayed.tea-1.vouchedBy}).',
    },
    {
      everyday:
        'Her laptop and the cheat got the same row and the same answer. That is no mistake. The school ' +
        'has published two things: from which door its letters come, and what its seal looks like. ' +
        "Her laptop stands at neither that door nor has it the seal. From Bob's side there is nothing " +
        'in which it differs from somebody who only claims to be her.',
      technical:
        'To the receiver the laptop and the phisher are indistinguishable: not in the SPF record, no ' +
        'signature, so {direct.alice-1.lastReply} and {direct.bot-1.lastReply}. Who Alice is was ' +
        'checked once, at the relay, when she logged in; the relay vouches for her to everybody else. ' +
        'Without a relay nobody has checked.',
      protocol:
        'Neither message has an authenticated identifier in alignment (RFC 9989 §5.3): ' +
        '{direct.alice-1.lastReply} and {direct.bot-1.lastReply} after the data. The claim in From is ' +
        'free text. AUTH at the MSA (RFC 4954) ties it to an account, and SPF and DKIM export that ' +
        'to other ADMDs.',
    },
    {
      everyday:
        "The club's letter came from the wrong door for a letter of the school's. But the seal was on " +
        'it, unbroken: seals travel with the letter. When the club writes a line of its own under each ' +
        'letter, the seal no longer fits: {footer.tea-1.dkim}, and the letter is ' +
        '{footer.tea-1.outcome}. Bob misses tea, although nobody has cheated.',
      technical:
        'A list sends from its own server with its own envelope: SPF passes for club.example, which is ' +
        'not the domain in From. The signature survives as long as the content does. With a footer: ' +
        'DKIM {footer.tea-1.dkim}, DMARC {footer.tea-1.dmarc}, {footer.tea-1.outcome}. So lists put ' +
        'themselves into From, or leave letters alone.',
      protocol:
        'RFC5321.MailFrom is tea-bounces@club.example: {relayed.tea-1.spf}, not aligned. The body hash ' +
        '(RFC 6376 §3.7) holds only for unchanged content; with footer and tag: dkim ' +
        '{footer.tea-1.dkim}, dmarc {footer.tea-1.dmarc}, {footer.tea-1.outcome}. Hence lists that ' +
        'rewrite From. RFC 9989 §7.4 warns domains with people on lists against p=reject, and ' +
        'receivers against refusing for that alone; many do. ARC is left out here.',
    },
    {
      everyday:
        'One more letter went to an address that Bob no longer uses, and was sent on from there as it ' +
        'was. The door was wrong once more ({relayed.alumni-1.spf}), for the old school is not hers; ' +
        'the seal was whole ({relayed.alumni-1.dkim}), and it was {relayed.alumni-1.outcome}. Sent ' +
        "straight from her laptop it had no seal, and was {direct.alumni-1.outcome}: to Bob's old " +
        'school it looked like any letter.',
      technical:
        'Plain forwarding keeps the envelope sender: SPF {relayed.alumni-1.spf} at the last hop, DKIM ' +
        '{relayed.alumni-1.dkim}, DMARC {relayed.alumni-1.dmarc}, {relayed.alumni-1.outcome}. Without ' +
        'a signature nothing carries it through: {direct.alumni-1.outcome}. Rewriting the sender (SRS) ' +
        'mends SPF for the forwarder, and does not align it with From.',
      protocol:
        'alumni.example forwards with MAIL FROM unchanged: spf={relayed.alumni-1.spf}, ' +
        'dkim={relayed.alumni-1.dkim}, dmarc={relayed.alumni-1.dmarc} by ' +
        '{relayed.alumni-1.vouchedBy}; unsigned from the MUA: {direct.alumni-1.outcome}. RFC 7208 ' +
        '§D describes the problem; SRS passes SPF for the forwarder and aligns nothing.',
    },
    {
      everyday:
        'What if the school gives her laptop a seal of its own, and says so in the address book? Then: ' +
        'door {own-key.alice-1.spf}, seal {own-key.alice-1.dkim}, and the letter is ' +
        '{own-key.alice-1.outcome}. It can be done. It is more work for the school, for each laptop ' +
        'that it has, and a stolen laptop is then a stolen seal.',
      technical:
        'A laptop with a key of its own: {own-key.alice-1.spf} / {own-key.alice-1.dkim} / ' +
        '{own-key.alice-1.dmarc}, {own-key.alice-1.outcome}. So the relay is not what matters but the ' +
        'key that the domain has published. A relay keeps one key for all users and can take a user ' +
        'away; a key for each laptop must be published, rotated and revoked.',
      protocol:
        'Selector laptop published: spf {own-key.alice-1.spf}, dkim {own-key.alice-1.dkim}, dmarc ' +
        '{own-key.alice-1.dmarc} by {own-key.alice-1.vouchedBy}. One aligned identifier suffices ' +
        '(RFC 9989 §5.3). The cost is key management for each MUA: publishing, rotating, ' +
        'revoking (RFC 6376 §3.1, §3.6.1).',
    },
    {
      everyday:
        'And if the school asks for nothing? Then nothing follows from all that: her own letter is ' +
        "{no-wish.alice-1.outcome}, and the cheat's is {no-wish.bot-1.outcome} as well. The rows stay " +
        "as they are. What is done with them is a wish of hers, or rather of her school's.",
      technical:
        'With p=none the verdicts are the same, {no-wish.bot-1.dmarc} for the phisher, and nothing ' +
        'follows: laptop {no-wish.alice-1.outcome}, phisher {no-wish.bot-1.outcome}. Domains begin ' +
        'like that to find out who sends in their name before they ask for rejection.',
      protocol:
        'p=none: dmarc={no-wish.bot-1.dmarc}, disposition none, {no-wish.bot-1.outcome}. Monitoring ' +
        'mode (RFC 9989 §4.7, tag p). A receiver may depart from the wish either way (§5.4).',
    },
  ],
  next: [
    {
      everyday: 'Let the club put its own name on the letters that it passes on. Is that honest?',
      technical:
        'Set tea.rewrite-from to on and look at the world with the footer. What passes now?',
      protocol: 'Set tea.rewrite-from to on. Whose domain does DMARC look up for the list now?',
    },
    {
      everyday: 'Let the old school write itself on the envelope. Whom does that help?',
      technical: 'Set alumni.srs to on. Which verdict changes, and does DMARC care?',
      protocol: 'Set alumni.srs to on. Which identifier does SPF evaluate now, and is it aligned?',
    },
    {
      everyday:
        "Let Bob's server refuse every letter from a wrong door. Which letter does that hit?",
      technical: 'Set mx.spf to refuse. When is the laptop refused now, and what is not found out?',
      protocol: 'Set mx.spf to refuse. Which cells of the grid stay empty, and why?',
    },
    {
      everyday:
        "The cheat could register a name that looks like the school's. What would help Bob?",
      technical: 'A phisher sends from sch00l.example with SPF and DKIM of its own. What passes?',
      protocol: 'Which of the three methods says anything about look-alike domains?',
    },
  ],
}
