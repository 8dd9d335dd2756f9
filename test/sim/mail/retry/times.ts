/** How the tables of the laws are read: tries in seconds, against a destination that is dead. */
import {
  LAW_DEFAULTS,
  type FailedTry,
  type LawOptions,
  type RetryLaw,
} from '../../../../src/sim/mail/retry/law.ts'
import { scheduleOf } from '../../../../src/sim/mail/retry/schedule.ts'

/** More tries than any law has in its lifetime under the default options. */
const TRIES_MAX = 1000

export interface Told {
  /** Times of the tries, in seconds. */
  readonly tries: readonly number[]
  readonly count: number
  /** In seconds; null: not within a thousand tries. */
  readonly gaveUpAt: number | null
}

/** @param phase where the law's ticks lie, in ms */
export function told(law: RetryLaw, changed: Partial<LawOptions> = {}, phase = 0): Told {
  const { tries, gaveUpAt } = scheduleOf(law, { ...LAW_DEFAULTS, ...changed }, phase, TRIES_MAX)
  const inSeconds = tries.map((t) => t / 1000)
  return {
    tries: inSeconds,
    count: tries.length,
    gaveUpAt: gaveUpAt === null ? null : gaveUpAt / 1000,
  }
}

/** A first failure at 0, changed in what matters; times in ms. */
export function failure(changed: Partial<FailedTry> = {}): FailedTry {
  const first = { now: 0, arrivedAt: 0, failures: 1, firstFailedAt: 0, lastGapMs: 0, phaseDraw: 0 }
  return { ...first, ...changed }
}
