/**
 * When a queue tries again: its retry law, and for Exim what is remembered of hosts and addresses.
 *
 * Exim keeps retry times not by message but by host address, and by sender and recipient for a 4yz
 * at RCPT (its retry.c): mail for a host whose time has not come is not even tried, whoever sends it.
 */
import { NETWORK_CODE } from '../facts/write.ts'
import { lawOf } from '../mail/retry/index.ts'
import type { LawOptions } from '../mail/retry/law.ts'
import { tickFrom } from '../mail/retry/ticks.ts'
import { days, type Instant, type Millis } from '../units.ts'
import type { Attempt, RecipientOutcome } from './attempt.ts'
import { networkCode } from '../facts/write.ts'
import { messageAt } from './context.ts'
import type { Job } from './destinations.ts'
import { phaseDraw, type QueueEntry, type RetryRecord, type Station } from './queue-state.ts'

/** retry_data_expire: what has not been heard of for so long is forgotten. */
const FORGOTTEN_AFTER: Millis = days(7)

/** The next try of an entry by the queue's law; null: it is given up. */
export function nextByLaw(station: Station, entry: QueueEntry): Instant | null {
  const { ctx, host, owner } = station
  const options = owner.options(host)
  if (usesRecords(station)) return nextByRecords(station, entry)
  const failed = {
    now: ctx.kernel.now,
    arrivedAt: entry.arrivedAt,
    failures: entry.failures,
    firstFailedAt: entry.firstFailedAt,
    lastGapMs: entry.lastGapMs,
    phaseDraw: phaseDraw(ctx, host),
  }
  const next = lawOf(options.queueLaw).next(failed, lifetimeFor(station, entry))
  if (next === null) return null
  entry.lastGapMs = next.gapMs
  return next.at
}

/** Reports have a lifetime of their own (bounce_queue_lifetime). */
function lifetimeFor({ ctx, host, owner }: Station, entry: QueueEntry): LawOptions {
  const options = owner.options(host)
  if (messageAt(ctx, entry.message).reversePath !== '') return options
  return { ...options, lifetimeMs: options.bounceLifetimeMs }
}

// --- Exim's memory

const usesRecords = ({ host, owner }: Station): boolean =>
  owner.options(host).queueLaw === 'exim' && !owner.submits(host)

const hostKey = (address: string): string => `host ${address}`
const pathKey = (station: Station, message: number, recipient: number): string => {
  const { reversePath, recipients } = messageAt(station.ctx, message)
  return `address ${reversePath} ${recipients[recipient] ?? ''}`
}

function recordOf(station: Station, key: string): RetryRecord | null {
  const { queue, ctx } = station
  const record = queue.records.get(key)
  if (record === undefined) return null
  if (ctx.kernel.now - record.lastTryAt <= FORGOTTEN_AFTER) return record
  queue.records.delete(key)
  return null
}

const isUnripe = (record: RetryRecord | null, now: Instant): boolean =>
  record !== null && record.notBefore > now

/** Addresses that are left alone this time. */
export function shunsOf(station: Station): ((address: string) => boolean) | null {
  if (!usesRecords(station) || station.queue.records.size === 0) return null
  const { now } = station.ctx.kernel
  return (address) => isUnripe(recordOf(station, hostKey(address)), now)
}

/** Why recipients are not tried now, when for all of them the time has not come; null: try. */
export function unripe(
  station: Station,
  job: Job,
): Pick<RecipientOutcome, 'code' | 'detail' | 'class'> | null {
  if (!usesRecords(station)) return null
  const { queue, ctx } = station
  const message = queue.entries.get(job.queueId)?.message ?? -1
  const records = job.recipients.map((one) => recordOf(station, pathKey(station, message, one)))
  if (!records.every((record) => isUnripe(record, ctx.kernel.now))) return null
  const isOver = records.every((record) => record?.isExpired === true)
  return { code: networkCode('retry time not reached'), detail: 0, class: isOver ? 5 : 4 }
}

/** What an attempt has shown of hosts and addresses. */
export function noteOutcomes(station: Station, attempt: Attempt): void {
  if (!usesRecords(station)) return
  const entry = station.queue.entries.get(attempt.tag)
  if (entry !== undefined)
    entry.sites = [...entry.sites, ...attempt.routed.map((one) => one.address)]
  for (const address of attempt.failed) remember(station, hostKey(address))
  for (const one of attempt.outcomes) {
    const key = pathKey(station, attempt.message, one.recipient)
    const isAnswer = one.code < NETWORK_CODE && !one.handshake
    const isUnrouted = one.code === networkCode('DNS failure')
    if (isUnrouted || (isAnswer && one.class === 4)) remember(station, key)
    else if (isAnswer) station.queue.records.delete(key)
  }
  const last = attempt.exchanges[attempt.nextExchange - 1]
  if (last !== undefined && !attempt.failed.includes(last.address))
    station.queue.records.delete(hostKey(last.address))
}

function remember(station: Station, key: string): void {
  const { ctx, host, owner, queue } = station
  const { now } = ctx.kernel
  const known = recordOf(station, key)
  const failed = {
    now,
    arrivedAt: now,
    failures: 1,
    firstFailedAt: known?.firstFailedAt ?? now,
    // The rule goes by the gap that really was, if that is shorter than the one that it gave.
    lastGapMs: known === null ? 0 : Math.min(known.gapMs, now - known.lastTryAt),
    phaseDraw: phaseDraw(ctx, host),
  }
  const next = lawOf('exim').next(failed, owner.options(host))
  const gapMs = next?.gapMs ?? known?.gapMs ?? 0
  queue.records.set(key, {
    firstFailedAt: failed.firstFailedAt,
    lastTryAt: now,
    notBefore: now + gapMs,
    gapMs,
    isExpired: next === null,
  })
}

/** The queue runner's first tick at which any recipient's time has come; null: all have expired. */
function nextByRecords(station: Station, entry: QueueEntry): Instant | null {
  const { ctx, host, owner } = station
  const soon = ctx.kernel.now + 1
  let earliest = Infinity
  for (const { recipient } of entry.deferred) {
    const keys = [pathKey(station, entry.message, recipient), ...entry.sites.map(hostKey)]
    const records = keys.map((key) => recordOf(station, key)).filter((one) => one !== null)
    // Nobody's time is over where nothing is on record, as after a failure of the DNS.
    if (records.length === 0) earliest = soon
    for (const record of records)
      if (!record.isExpired) earliest = Math.min(earliest, Math.max(record.notBefore, soon))
  }
  if (earliest === Infinity) return null
  const period = owner.options(host).queueRunnerMs
  return tickFrom(earliest, period, phaseDraw(ctx, host) % period)
}
