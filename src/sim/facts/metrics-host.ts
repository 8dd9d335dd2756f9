/** What can be read of a host. */
import type { Instant } from '../units.ts'
import { readAs } from './codec.ts'
import type { FactIndex } from './fact-index.ts'
import { ledgerAt, type HostLedger } from './ledger.ts'
import { count, time, type Reading } from './reading.ts'

type ReadHost = (ledger: HostLedger, index: FactIndex, until: Instant) => Reading | null

export const HOST_METRICS: Readonly<Record<string, ReadHost>> = {
  sent: (ledger) => ({ kind: 'size', value: ledger.octetsOut }),
  got: (ledger) => ({ kind: 'size', value: ledger.octetsIn }),
  sessions: (ledger) => count(ledger.sessions),
  /** Time in which it had a session open. */
  connected: (ledger) => time(ledger.connectedMs),
  /** Time in which a message was its job, so that it had to be there. */
  needed: (ledger) => time(ledger.awakeForMailMs),
  /** Most sessions that it served at one time. */
  peak: (ledger) => count(ledger.peakSessions),
  queuePeak: (ledger) => count(ledger.queuePeak),
  attempts: (ledger) => count(ledger.attempts),
  calls: (ledger) => count(ledger.calls),
  callTime: (ledger) => time(ledger.callMs),
  /** Letters and reports in the mailboxes here: in the inboxes, put aside, and reports alone. */
  inbox: ({ host }, index, until) => count(mailIn(index, host, until).inbox),
  junk: ({ host }, index, until) => count(mailIn(index, host, until).junk),
  reports: ({ host }, index, until) => count(mailIn(index, host, until).reports),
  cost: (ledger) => ({ kind: 'money', value: ledger.cents }),
}

/** Null where there is no such host or nothing of that name to be read. */
export function hostReading(
  index: FactIndex,
  id: string,
  what: string,
  until: Instant,
): Reading | null {
  const { hosts, facts } = index.record
  const host = hosts.find((one) => one.id === id)
  const read = HOST_METRICS[what]
  if (host === undefined || read === undefined || facts.length === 0) return null
  const last = Math.min(until, facts.at(facts.length - 1))
  const ledger = ledgerAt(index, last)[host.index]
  return ledger === undefined ? null : read(ledger, index, last)
}

/** What lies in the mailboxes of a host; a second copy counts too. */
function mailIn(
  { record: { facts, messages } }: FactIndex,
  host: number,
  until: Instant,
): { readonly inbox: number; readonly junk: number; readonly reports: number } {
  const found = { inbox: 0, junk: 0, reports: 0 }
  const last = facts.countUntil(until)
  for (let i = 0; i < last; i++) {
    const box = readAs(facts, i, 'mailbox')
    if (box?.host !== host) continue
    found[box.folder]++
    if (messages[box.message]?.kind === 'dsn') found.reports++
  }
  return found
}
