/** What links of a chain say about a receiver's checks, and what would have changed what they found. */
import type { WhyKind } from '../../sim/facts/why.ts'
import type { Words } from '../../sim/scenarios/scenario.ts'
import { words } from '../../sim/scenarios/words.ts'

export const CHECK_WHY = {
  junk: words(
    'The letter has arrived, but lies in the junk folder of {to}, where nobody may look.',
    'Delivered into the junk folder of {to} on {host}, after {took}.',
    'Final delivery to <{to}> on {host}, folder Junk; time since submission: {took}.',
  ),
  checked: words(
    '{server} looked closer. {finding}',
    '{check} on {server}: {finding}',
    '{check}, {server}: {finding}',
  ),
  points: words('The points come from: {list}.', 'Points: {list}.'),
} as const satisfies Partial<Record<WhyKind, Words>>

/** By check: what would have helped. A check that is not here has no advice. */
export const CHECK_REMEDIES: Readonly<Record<string, Words>> = {
  dnsbl: words(
    'Somebody else to carry it, whose name is clean; or getting off the list.',
    'Sending through a relay whose address is not listed, or having the address taken off the list.',
  ),
  dynamic: words(
    "Handing the letter in at one's own post office: a home connection may send nothing itself.",
    "Submission to the provider's relay (port 587): what counts is where the last session comes from.",
  ),
  'reverse-dns': words(
    'A name for the caller in the address book, which only the owner of the line can enter.',
    'A PTR record that leads back to the address, which only its provider can set; or a relay that has one.',
  ),
  helo: words('Greeting with the full name of the machine.', 'The full host name in HELO.'),
  'sender-domain': words(
    'A sender at a place that takes letters.',
    'A reverse-path whose domain has an MX or address record.',
  ),
  spf: words(
    'Sending by a post office that the place of the sender names.',
    "Sending through a server that the domain's SPF record lists, or listing this one.",
  ),
  dmarc: words(
    'A whole seal of the name in the letterhead, or an envelope from the same place.',
    "A DKIM signature of the author's domain that survives the way, or SPF for the same domain.",
  ),
  'connection-limit': words('Calling less often at once.', 'Fewer connections at once.'),
  'message-limit': words('Bringing letters more slowly.', 'Fewer messages in a minute.'),
  reputation: words(
    'Time, and letters that nobody takes for spam.',
    'Time and wanted mail: old counts fade, and good mail adds to them.',
  ),
  complaints: words('Writing only to those who want it.', 'Mail that its readers do not report.'),
  score: words(
    'Fewer signs against it: each of the points above could go.',
    'Fewer points: each of the checks above gave some.',
  ),
  'greylisting-by-score': words(
    'Coming back a little later, or looking less suspicious.',
    'A later attempt, or fewer points.',
  ),
}
