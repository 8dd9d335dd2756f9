/** What checks of the client find, by `check/reason`: its address, its name, its manners, its past. */
import type { Words } from '../../sim/scenarios/scenario.ts'
import { words } from '../../sim/scenarios/words.ts'

export const CLIENT_FINDINGS: Readonly<Record<string, Words>> = {
  'connection-limit/too-many-sessions': words(
    'The caller holds {value} conversations at once; {threshold} are allowed.',
    '{client} has {value} connections open at once; the limit is {threshold}.',
  ),
  'connection-limit/too-many-connections': words(
    'The caller has called {value} times within a minute; {threshold} are allowed.',
    '{client} has opened {value} connections within a minute; the limit is {threshold}.',
  ),
  'connection-limit/sessions-within-limit': words(
    'The caller does not call too often at once.',
    '{client} has {value} of {threshold} allowed connections open.',
  ),
  'connection-limit/connections-within-limit': words(
    'The caller does not call too often.',
    '{client} has opened {value} of {threshold} allowed connections within a minute.',
  ),
  'message-limit/too-many-messages': words(
    'The caller has brought {value} letters within a minute; {threshold} are allowed.',
    '{client} has begun {value} messages within a minute; the limit is {threshold}.',
  ),
  'message-limit/messages-within-limit': words(
    'The caller does not bring too many letters.',
    '{client} has begun {value} of {threshold} allowed messages within a minute.',
  ),

  'quota/quota-left': words(
    '{about} has sent {value} letters within an hour; {threshold} are allowed.',
    'The account {about} has sent {value} of {threshold} allowed messages within an hour.',
  ),
  'quota/quota-used-up': words(
    '{about} has sent {value} letters within an hour, and more are not allowed.',
    'The account {about} has used up its {threshold} messages an hour.',
  ),

  'dnsbl/listed': words(
    'The caller is on a list of known spammers ({about}).',
    '{client} is on a block list: {about}.',
    '{client} is listed: {about}.',
  ),
  'dnsbl/not-listed': words(
    'The caller is on no list of spammers.',
    '{client} is not on the block list {about}.',
    '{client} in {about}: NXDOMAIN.',
  ),
  'dnsbl/list-silent': words(
    'The list of spammers did not answer, so it says nothing against the caller.',
    'The block list {about} gave no usable answer, which counts as not listed.',
  ),

  'dynamic/line-listed': words(
    'The caller dials from a home connection, by the list of such lines ({about}).',
    "{client} is a customer's line by a provider's list: {about}.",
  ),
  'dynamic/line-not-listed': words(
    'The caller is on no list of home connections.',
    "{client} is in no listed range of customers' lines ({about}).",
  ),
  'dynamic/list-silent': words(
    'The list of home connections did not answer, so it says nothing against the caller.',
    'The list {about} gave no usable answer, which counts as not listed.',
  ),
  'dynamic/line-named': words(
    'The caller has a name as home connections have: {about}.',
    "The reverse name {about} looks like a customer's line.",
  ),
  'dynamic/line-well-named': words(
    'The name of the caller, {about}, is not that of a home connection.',
    "The reverse name {about} does not look like a customer's line.",
  ),
  'dynamic/line-without-name': words(
    'The caller has no name to go by.',
    '{client} has no reverse name to judge.',
  ),

  'reverse-dns/name-confirmed': words(
    'The caller has a name, {about}, and the name leads back to it.',
    '{client} → {about} → {client}: the reverse name is confirmed.',
    'iprev=pass: PTR {about}, whose address is {client}.',
  ),
  'reverse-dns/no-name': words(
    'The caller has no name in the address book.',
    '{client} has no reverse name.',
    'iprev=permerror: no PTR record for {client}.',
  ),
  'reverse-dns/name-unconfirmed': words(
    'The caller goes by the name {about}, but that name does not lead back to it.',
    '{client} → {about}, which does not lead back to {client}.',
    'iprev=fail: PTR {about} has no address record {client}.',
  ),
  'reverse-dns/dns-trouble': words(
    'The address book did not answer when asked for the name of the caller.',
    'The DNS gave no answer about the reverse name of {client}.',
    'iprev=temperror for {client}.',
  ),

  'helo/helo-valid': words(
    'It greets with a proper name: {about}.',
    'The name in HELO, {about}, is well formed.',
  ),
  'helo/helo-known': words(
    'It greets with a name that the address book knows: {about}.',
    'The name in HELO, {about}, is known to the DNS.',
  ),
  'helo/helo-literal': words(
    'It greets with its number instead of a name: {about}.',
    'The name in HELO is an address literal: {about}.',
  ),
  'helo/helo-ours': words(
    'It greets with our own name, {about}. Only a liar does that.',
    'The name in HELO, {about}, is one of our own.',
  ),
  'helo/helo-invalid': words(
    'It greets with something that is no name: {about}.',
    'The name in HELO, {about}, is no host name.',
  ),
  'helo/helo-not-qualified': words(
    'It greets with half a name: {about}.',
    'The name in HELO, {about}, is not fully qualified.',
  ),
  'helo/helo-unknown': words(
    'It greets with a name that the address book does not know: {about}.',
    'The name in HELO, {about}, is not known to the DNS.',
    '{about}: no A, no AAAA, no MX.',
  ),
  'helo/dns-trouble': words(
    'The address book did not answer when asked for the name it greets with.',
    'The DNS gave no answer about the name in HELO, {about}.',
  ),

  'reputation/reputation-unknown': words(
    'Too little is known of the caller to say anything.',
    'Too few messages of this sender are known for a reputation.',
  ),
  'reputation/reputation-good': words(
    'Of what {about} has sent before, {value} was spam: little enough.',
    'Reputation of {about}: {value} spam, below {threshold}.',
  ),
  'reputation/reputation-bad': words(
    'Of what {about} has sent before, {value} was spam. From {threshold} on that is too much.',
    'Reputation of {about}: {value} spam, at or above {threshold}.',
  ),
  'reputation/newcomer-too-fast': words(
    'The caller is new here, and {value} letters within an hour are enough at first.',
    'A newcomer may write to {threshold} recipients an hour at this stage; {client} has had {value}.',
  ),
  'complaints/complaints-unknown': words(
    'Too little is known of the caller for readers to have complained.',
    'Too few messages of this sender have come into inboxes for a rate of complaints.',
  ),
  'complaints/complaints-few': words(
    'Of the letters of {about}, readers have reported {value} as spam: few enough.',
    'Complaints about {about}: {value}, below {threshold}.',
  ),
  'complaints/complaints-many': words(
    'Of the letters of {about}, readers have reported {value} as spam. From {threshold} on that is too many.',
    'Complaints about {about}: {value}, at or above {threshold}.',
  ),
}
