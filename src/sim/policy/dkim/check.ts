/**
 * Who answers for the message? Every signature is verified. It never refuses: a signature that does
 * not verify is no better and no worse than none (RFC 6376 §6.3).
 *
 * A finding counts the signatures and rests on all of them, one after the other:
 * `pass school.example s1, fail list.example s1`.
 */
import { passes, type Check, type Finding, type Question } from '../check.ts'
import type { DkimFinding } from '../inquiry.ts'
import { DKIM_OPTIONS } from './options.ts'

/** rspamd's R_DKIM_ALLOW and R_DKIM_REJECT (its policies_group.conf). Tenths of a point. */
const SCORES: Readonly<Partial<Record<DkimFinding['result'], number>>> = { pass: -2, fail: 10 }

export const dkim: Check<null> = {
  id: 'dkim',
  title: 'DKIM',
  source: 'RFC 6376 §6, rspamd policies_group.conf',
  stage: 'content',
  options: DKIM_OPTIONS,
  isOn: (options) => options['dkim'] !== undefined && options['dkim'] !== 'off',
  create: () => null,
  evaluate: (q, _state, options) => judge(q, options['dkim'] === 'score'),
}

function judge(q: Question, counts: boolean): Finding {
  const found = q.inquiry.dkim()
  const result = resultOf(found)
  return passes(`dkim-${result}`, {
    value: found.length,
    about: found.map((one) => `${one.result} ${one.domain} ${one.selector}`).join(', '),
    score: counts ? (SCORES[result] ?? 0) : 0,
  })
}

/** One signature that verifies is enough; else that of the top one, which came last. */
function resultOf(found: readonly DkimFinding[]): DkimFinding['result'] {
  return (found.find(({ result }) => result === 'pass') ?? found[0])?.result ?? 'none'
}
