/**
 * What a finding says in words: which check, why it answered so, and where the line was drawn.
 *
 * Facts speak of it by number, as of every name, so that a check can be added without a list of all
 * reasons: `greylisting/triplet-early|300000|`. Behind the second bar stands what the check looked at
 * beside the session itself: a name, a list's reason, a mechanism of a record.
 */

/** A check's name, such as `greylisting`: the folder below `policy/`. */
export type CheckId = string

/** Why it answered as it did, in the check's own words: `triplet-early`. */
export type Reason = string

export interface Rule {
  readonly check: CheckId
  readonly reason: Reason
  /** What the measured value was held against, in its unit; 0 where nothing is measured. */
  readonly threshold: number
  /** What else it rests on; '' for nothing. */
  readonly about: string
}

export function writeRule({ check, reason, threshold, about }: Rule): string {
  return `${check}/${reason}|${threshold}|${about}`
}

/** Takes it apart again; what is no rule has no check and no reason. */
export function readRule(text: string): Rule {
  const slash = text.indexOf('/')
  const bar = text.indexOf('|', slash)
  const second = text.indexOf('|', bar + 1)
  if (slash < 0 || bar < 0 || second < 0)
    return { check: '', reason: '', threshold: 0, about: text }
  return {
    check: text.slice(0, slash),
    reason: text.slice(slash + 1, bar),
    threshold: Number(text.slice(bar + 1, second)),
    about: text.slice(second + 1),
  }
}
