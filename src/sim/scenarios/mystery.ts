/**
 * A receiver whose policy is hidden: which of its checks are on is drawn from the run's seed, and
 * people find it out by sending it probes.
 */
import type { Words, Written } from './scenario.ts'

/** Probes that a riddle allows at most. */
export const PROBES_MAX = 40

/** One line of the card: a check that the receiver may or may not make. */
export interface HiddenCheck {
  readonly id: string
  readonly title: Words
  /** Written values while it is on, by full path; otherwise those of the scenario hold. */
  readonly settings: Readonly<Record<string, string>>
  /** Which probe decides, and how its answer is read; told when the card has been handed in. */
  readonly decidedBy: Words
}

/** Where a probe is sent from. */
export interface ProbePlace {
  /** Id of a host that writes letters. */
  readonly host: string
  readonly title: Words
}

/** Who a probe says it is from. */
export interface ProbeSender {
  readonly id: string
  readonly title: Words
  /** Reverse-path. */
  readonly from: string
  /** Mailbox in the From field, where it is another one. */
  readonly author?: string
}

export interface ProbeRecipient {
  readonly id: string
  readonly title: Words
  readonly to: string
}

export interface MysterySpec {
  /** Id of the host whose policy is hidden. */
  readonly host: string
  /** How many probes may be sent. */
  readonly probes: number
  readonly checks: readonly HiddenCheck[]
  readonly places: readonly ProbePlace[]
  readonly senders: readonly ProbeSender[]
  readonly recipients: readonly ProbeRecipient[]
  /** How long one may wait before a probe, counted from now or from the probe before. */
  readonly waits: readonly Written[]
}
