/** What links of a chain say about spammers, and about senders that come from several addresses. */
import type { WhyKind } from '../../sim/facts/why.ts'
import type { Words } from '../../sim/scenarios/scenario.ts'
import { words } from '../../sim/scenarios/words.ts'

export const SENDER_WHY = {
  'bot-tired': words(
    '{host} came back, and then gave up: {tries} knocks in all were enough for it.',
    'The bot came back as often as it is set to ({option} = {value}) and gave up. Attempts: {tries}.',
    '{option} = {value}: errand dropped after {tries} attempts; nobody is told.',
  ),
  'bot-returns': words(
    '{host} is of the patient kind: it comes back after {wait}.',
    'This bot retries once its wait is over ({option} = {value}).',
    'Bot with a fixed gap: {option} = {value}.',
  ),
  'from-elsewhere': words(
    'It had knocked before, but from {before} then and from {address} now: it looked like somebody else.',
    'It came from {address}, after {before} the time before: another client to whoever remembers ' +
      'clients by their network.',
    'Client address {address} instead of {before}; the triplet of the earlier attempt does not match.',
  ),
  'stolen-account': words(
    '{server} took it because {host} showed the password of {account}. It had been stolen.',
    '{host} had logged in at {server} as {account}: to the server it is an honest user.',
    'AUTH as {account} succeeded on {server}, port 587; an authenticated user may relay anywhere.',
  ),
  'quota-used-up': words(
    '{account} had sent {sent} letters within an hour, and {server} lets nobody send more than {allowed}.',
    'The account {account} had used up its quota on {server}: {sent} messages of {allowed} an hour.',
    '{option} = {allowed} an hour; {account} had {sent} accepted at MAIL in its present hour.',
  ),
  'open-relay': words(
    '{server} passes on letters for anybody, and {host} had found out.',
    '{server} is an open relay: it takes mail of strangers for any domain.',
    '{option} = {value} on {server}: RCPT for a foreign domain accepted without AUTH.',
  ),
} as const satisfies Partial<Record<WhyKind, Words>>

/** What would have changed what senders do. */
export const SENDER_REMEDIES = {
  'bot-tired': words(
    'A bot that knocked more often, or waited longer, might have got in.',
    'More retries or a longer gap of the bot; ask yourself what that would cost it.',
  ),
  'quota-used-up': words(
    'Waiting until the hour is over; or, if that was a thief, a new password.',
    'A new hour. Who did not send that much has lost the password to somebody.',
  ),
  'from-elsewhere': words(
    'Staying at one place until it is let in.',
    'Retrying from the same network, or a receiver that knows its senders by something else.',
  ),
} as const satisfies Partial<Record<WhyKind, Words>>
