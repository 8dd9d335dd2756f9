/** What checks of sender, recipient and message find, by `check/reason`. */
import type { Words } from '../../sim/scenarios/scenario.ts'
import { words } from '../../sim/scenarios/words.ts'

export const MESSAGE_FINDINGS: Readonly<Record<string, Words>> = {
  'sender-domain/domain-known': words(
    'There is such a place as {about}, and it takes letters.',
    'The domain of the sender, {about}, takes mail.',
    '{about} has an MX or address record.',
  ),
  'sender-domain/domain-unknown': words(
    'There is no such place as {about}: nobody there could be answered.',
    'The domain of the sender, {about}, has no mail server: an answer could not be delivered.',
    '{about}: no MX, no A, no AAAA.',
  ),
  'sender-domain/null-mx': words(
    '{about} says of itself that it takes no letters, so nobody writes from there.',
    'The domain of the sender, {about}, declares that it takes no mail.',
    '{about}: null MX (RFC 7505).',
  ),
  'sender-domain/dns-trouble': words(
    'The address book did not answer when asked for {about}.',
    'The DNS gave no answer about the domain of the sender, {about}.',
  ),
  'sender-domain/null-sender': words(
    'It is a note about a letter, and such notes have no sender.',
    'The null reverse-path: a report, which has no domain to look up.',
  ),
  'sender-domain/sender-without-domain': words(
    'The sender names no place that could be looked up.',
    'The reverse-path has no domain to look up.',
  ),

  'spf/spf-pass': words(
    'The place that the sender names says that this caller may send for it ({about}).',
    'SPF pass: the domain lists {client} ({about}).',
    'spf=pass, mechanism {about}; terms that asked the DNS: {value} of {threshold}.',
  ),
  'spf/spf-fail': words(
    'The place that the sender names says that this caller may not send for it ({about}).',
    'SPF fail: the domain does not list {client} ({about}).',
    'spf=fail, mechanism {about}; terms that asked the DNS: {value} of {threshold}.',
  ),
  'spf/spf-softfail': words(
    'The place that the sender names does not expect this caller, but is not sure ({about}).',
    'SPF softfail: the domain does not list {client}, but will not have mail refused for it ({about}).',
    'spf=softfail, mechanism {about}; terms that asked the DNS: {value} of {threshold}.',
  ),
  'spf/spf-neutral': words(
    'The place that the sender names will not say whether this caller may send for it.',
    'SPF neutral: the domain says neither yes nor no about {client}.',
    'spf=neutral, mechanism {about}; terms that asked the DNS: {value} of {threshold}.',
  ),
  'spf/spf-none': words(
    'The place that the sender names does not say who may send for it.',
    'SPF none: the domain publishes no record.',
    'spf=none.',
  ),
  'spf/spf-temperror': words(
    'The address book did not answer when asked who may send.',
    'SPF temperror: the DNS gave no answer.',
    'spf=temperror; terms that asked the DNS: {value} of {threshold}.',
  ),
  'spf/spf-permerror': words(
    'What the place that the sender names says about its senders cannot be understood.',
    'SPF permerror: the record of the domain cannot be used.',
    'spf=permerror; terms that asked the DNS: {value} of {threshold}.',
  ),

  'greylisting/client-auto-whitelisted': words(
    'The caller has come back so often that it is trusted.',
    '{client} has passed often enough to be let in without waiting.',
  ),
  'greylisting/triplet-new': words(
    'A stranger: it has to come back after {threshold}.',
    'A new triplet: it needs {threshold}.',
  ),
  'greylisting/triplet-early': words(
    'It came back after {value}; {threshold} are asked for.',
    'The triplet is {value} old; it needs {threshold}.',
  ),
  'greylisting/triplet-expired': words(
    'It came back too late, after more than {threshold}, and begins anew.',
    'The retry window of {threshold} was over; the triplet starts again.',
  ),
  'greylisting/triplet-passed': words(
    'It came back after {value}; {threshold} were asked for. It may come in.',
    'The triplet is {value} old; it needed {threshold}. Passed.',
  ),
  'greylisting/triplet-known': words(
    'It is known here: it has come back before.',
    'The triplet has passed before.',
  ),
  'greylisting-by-score/score-unsuspicious': words(
    'Not suspicious enough to be told to come back: {value} points of {threshold}.',
    'Score {value}, below {threshold}: nobody has to come back.',
  ),
  'greylisting-by-score/suspect-new': words(
    'It looks suspicious and is new here: it has to come back after {threshold}.',
    'Suspicious and not seen before: it needs {threshold}.',
  ),
  'greylisting-by-score/suspect-early': words(
    'It looks suspicious and came back after {value}; {threshold} are asked for.',
    'Suspicious and first seen {value} ago; it needs {threshold}.',
  ),
  'greylisting-by-score/suspect-passed': words(
    'It looks suspicious, but came back after {value}: it may come in.',
    'Suspicious, but first seen {value} ago; it needed {threshold}. Passed.',
  ),
  'recipient/recipient-known': words('{to} has a letter box here.', 'The mailbox {to} exists.'),
  'recipient/recipient-unknown': words(
    'Nobody here is called {to}.',
    'There is no mailbox {to} here.',
  ),
  'recipient/relay-denied': words(
    '{to} lives somewhere else, and letters for others are not taken from strangers.',
    '{to} is not local, and strangers may not relay.',
  ),

  'content/content-plain': words(
    'Nothing in the letter looks like spam.',
    'No phrase of the list, no shouting, no links.',
  ),
  'content/content-suspicious': words(
    'The letter reads like spam; what weighs most is: {about}.',
    'Suspicious content, mostly: {about}.',
  ),
  'dkim/dkim-pass': words(
    'A seal on the letter is whole: {about}.',
    'A signature verifies: {about}.',
    'dkim: {about}.',
  ),
  'dkim/dkim-fail': words(
    'The seal on the letter is broken: {about}.',
    'No signature verifies: {about}.',
    'dkim: {about}.',
  ),
  'dkim/dkim-none': words('The letter has no seal.', 'The message is not signed.', 'dkim=none.'),
  'dkim/dkim-policy': words(
    'The seal on the letter is of a kind that is not accepted: {about}.',
    'The signature is not acceptable here: {about}.',
    'dkim: {about}.',
  ),
  'dkim/dkim-neutral': words(
    'The seal on the letter cannot be read: {about}.',
    'The signature cannot be processed: {about}.',
    'dkim: {about}.',
  ),
  'dkim/dkim-temperror': words(
    'The address book did not answer when asked for the pattern of the seal.',
    'The DNS gave no answer about the key: {about}.',
    'dkim: {about}.',
  ),
  'dkim/dkim-permerror': words(
    'There is no pattern to compare the seal with: {about}.',
    'The key or the signature cannot be used: {about}.',
    'dkim: {about}.',
  ),

  'dmarc/dmarc-none': words(
    '{about} has no wish about letters in its name.',
    '{about} publishes no DMARC record.',
    'dmarc=none, {about}.',
  ),
  'dmarc/dmarc-pass': words(
    'The name in the letterhead is vouched for: {about}.',
    'DMARC pass: {about} is aligned.',
    'dmarc=pass, {about}.',
  ),
  'dmarc/dmarc-fail': words(
    'Nobody vouches for the name in the letterhead ({about}); nothing follows from it here.',
    'DMARC fail: {about}; noted only.',
    'dmarc=fail, {about}; not applied.',
  ),
  'dmarc/dmarc-quarantine': words(
    'Nobody vouches for the name in the letterhead, and its owner wishes such letters put aside: {about}.',
    'DMARC fail: {about}; the message is put into the junk folder.',
    'dmarc=fail, {about}; disposition quarantine.',
  ),
  'dmarc/dmarc-reject': words(
    'Nobody vouches for the name in the letterhead, and its owner wishes such letters refused: {about}.',
    'DMARC fail: {about}; the message is refused.',
    'dmarc=fail, {about}; disposition reject.',
  ),
  'dmarc/dmarc-temperror': words(
    'The address book did not answer when asked for the wish of {about}.',
    'DMARC temperror: the DNS gave no answer about {about}.',
    'dmarc=temperror, {about}.',
  ),
  'dmarc/dmarc-permerror': words(
    'The wish of {about} cannot be understood.',
    'DMARC permerror: the record of {about} cannot be used.',
    'dmarc=permerror, {about}.',
  ),

  'score/score-accepted': words(
    'All signs together make {value} points: not enough against the letter.',
    'Score {value}, below {threshold}.',
  ),
  'score/score-junk': words(
    'All signs together make {value} points. From {threshold} on a letter is put with the junk.',
    'Score {value}, at or above {threshold}: junk folder.',
  ),
  'score/score-refused': words(
    'All signs together make {value} points. From {threshold} on a letter is not taken.',
    'Score {value}, at or above {threshold}: refused.',
  ),
}
