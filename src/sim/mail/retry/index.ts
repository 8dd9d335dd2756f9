/** The retry laws, in the order of `LAW_IDS`. The only list of them. */
import { present } from '../../assert.ts'
import { exim } from './exim.ts'
import { fixed } from './fixed.ts'
import { haraka } from './haraka.ts'
import { kumomta } from './kumomta.ts'
import type { LawId, RetryLaw } from './law.ts'
import { mox } from './mox.ts'
import { postfix } from './postfix.ts'
import { qmail } from './qmail.ts'
import { sendmail } from './sendmail.ts'

export const RETRY_LAWS: readonly RetryLaw[] = [
  postfix,
  exim,
  sendmail,
  qmail,
  haraka,
  kumomta,
  mox,
  fixed,
]

const BY_ID: ReadonlyMap<string, RetryLaw> = new Map(RETRY_LAWS.map((law) => [law.id, law]))

/** The law of this name. */
export function lawOf(id: LawId): RetryLaw {
  return present(BY_ID.get(id), 'a retry law', id)
}
