/**
 * Exim's rule as its configuration is shipped: `F,2h,15m; G,16h,1h,1.5; F,4d,6h`. For two hours
 * after the first failure every 15 minutes; until 16 hours each gap half as long again as the one
 * before, from one hour; until four days every six hours.
 *
 * Exim keeps the record of a failing host or address, not of a message: who comes new to a host that
 * has been dead for four days has one try and is given up. That is `firstFailedAt`.
 *
 * Simplified: only the shipped rule; without retry_interval_max, which it never reaches; a message's
 * age does not lengthen the time of failing of an address.
 */
import { days, hours, minutes, type Instant, type Millis } from '../../units.ts'
import type { FailedTry, RetryLaw } from './law.ts'
import { tickFrom } from './ticks.ts'

/** One part of the rule: what holds while the destination has been failing for less than `until`. */
interface Part {
  readonly until: Millis
  /** `F`: the gap. `G`: the shortest gap. */
  readonly gap: Millis
  /** `G` only: how much longer the next gap is, in thousandths; null for `F`. */
  readonly factor: number | null
}

const RULE: readonly Part[] = [
  { until: hours(2), gap: minutes(15), factor: null },
  { until: hours(16), gap: hours(1), factor: 1500 },
  { until: days(4), gap: hours(6), factor: null },
]

const CUTOFF: Millis = days(4)

export const exim: RetryLaw = {
  id: 'exim',
  title: 'Exim',
  source: 'configure.default (retry rule), retry.c',
  ownLifetimeMs: CUTOFF,
  reads: ['queueRunnerMs'],
  next: (failed, { queueRunnerMs }) => {
    const { now, phaseDraw } = failed
    const part = partOf(failed)
    if (part === null) return null
    const gapMs = gapOf(part, failed)
    return { at: runnerFrom(now + gapMs, queueRunnerMs, phaseDraw), gapMs }
  },
}

/**
 * The part that holds; null after the last. Exim looks whether the time is above the limit; a try
 * has always taken a moment, so that a ninth try at two hours finds it above. Here tries may take no
 * time, so the limit itself counts as above.
 */
function partOf({ now, firstFailedAt, arrivedAt }: FailedTry): Part | null {
  // A message that is older than the record of its destination times out by its own age.
  if (arrivedAt <= firstFailedAt && now - arrivedAt >= CUTOFF) return null
  return RULE.find(({ until }) => now - firstFailedAt < until) ?? null
}

/** What grows is the last gap as announced, or as it really was if shorter. In whole seconds. */
function gapOf({ gap, factor }: Part, { lastGapMs }: FailedTry): Millis {
  if (factor === null || lastGapMs < gap) return gap
  return Math.floor((Math.floor(lastGapMs / 1000) * factor) / 1000) * 1000
}

/** A message whose time has not come is passed over by a queue runner; the next one takes it. */
function runnerFrom(due: Instant, queueRunnerMs: Millis, phaseDraw: number): Instant {
  return tickFrom(due, queueRunnerMs, phaseDraw % queueRunnerMs)
}
