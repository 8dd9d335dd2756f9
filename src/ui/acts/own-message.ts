/** Reads what was typed into the form for a message of one's own; says what is wrong with it. */
import { parseMailbox } from '../../sim/mail/address.ts'
import type { ScenarioFile } from '../../sim/scenarios/scenario.ts'
import { COMPLAINTS } from './words.ts'

export interface OwnMessage {
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
}

export interface Typed {
  readonly from: string
  readonly to: string
  readonly subject: string
}

/** One complaint per field; no field, no complaint. */
export type Complaints = Partial<Record<keyof Typed, string>>

export type Judged =
  | { readonly message: OwnMessage; readonly complaints: null }
  | { readonly message: null; readonly complaints: Complaints }

/** Enough to see how a server treats several; the links of runs take twice as many. */
export const RECIPIENTS_MAX = 10
export const SUBJECT_MAX = 80

export function judge(typed: Typed): Judged {
  const from = typed.from.trim()
  const to = typed.to
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const subject = typed.subject.trim()
  const found = { from: fromTrouble(from), to: toTrouble(to), subject: subjectTrouble(subject) }
  const complaints: Complaints = {
    ...(found.from === null ? {} : { from: found.from }),
    ...(found.to === null ? {} : { to: found.to }),
    ...(found.subject === null ? {} : { subject: found.subject }),
  }
  if (Object.keys(complaints).length > 0) return { message: null, complaints }
  return { message: { from, to, subject }, complaints: null }
}

function fromTrouble(from: string): string | null {
  if (from === '') return COMPLAINTS.fromMissing
  return parseMailbox(from) === null ? COMPLAINTS.fromWrong : null
}

function toTrouble(to: readonly string[]): string | null {
  if (to.length === 0) return COMPLAINTS.toMissing
  if (to.length > RECIPIENTS_MAX) return COMPLAINTS.toMany(RECIPIENTS_MAX)
  const wrong = to.find((each) => parseMailbox(each) === null)
  if (wrong !== undefined) return COMPLAINTS.toWrong(wrong.slice(0, 60))
  const twice = to.find((each, i) => to.indexOf(each) !== i)
  return twice === undefined ? null : COMPLAINTS.toTwice(twice)
}

function subjectTrouble(subject: string): string | null {
  if (subject === '') return COMPLAINTS.subjectMissing
  if (subject.length > SUBJECT_MAX) return COMPLAINTS.subjectLong(SUBJECT_MAX)
  return /\p{Cc}/u.test(subject) ? COMPLAINTS.subjectControl : null
}

/** Addresses that exist, and one that does not, as suggestions. */
export function suggestions({ hosts }: ScenarioFile): string[] {
  const known = hosts.flatMap(({ domains = [], mailboxes = [] }) =>
    domains.flatMap((domain) =>
      mailboxes.filter((name) => name !== '*').map((name) => `${name}@${domain}`),
    ),
  )
  const domain = hosts.find(({ kind }) => kind === 'mx')?.domains?.[0]
  return domain === undefined ? known : [...known, `nobody@${domain}`]
}
