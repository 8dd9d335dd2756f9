/** Refusals that Postfix does not log as `reject`: its limits, and what a mail filter asks for. */
import type { FactIndex } from '../facts/fact-index.ts'
import { findingsOf } from '../facts/findings.ts'
import { R } from '../mail/reply-catalogue.ts'
import type { ReplySpec } from '../mail/reply-spec.ts'

/** What rspamd or OpenDMARC would have said, as a milter behind cleanup. */
const BY_FILTER: readonly ReplySpec[] = [
  R.dmarcReject,
  R.dmarcRejectOnce,
  R.dmarcLater,
  R.contentSpam,
  R.contentLater,
]

/** Whether the daemon that logs it is cleanup, and the text has a status but no code. */
export const isByFilter = (spec: ReplySpec): boolean => BY_FILTER.includes(spec)

/** What each limit is called when it is exceeded (smtpd.c). */
const LIMITS: Readonly<Record<string, string>> = {
  'too-many-sessions': 'Connection concurrency',
  'too-many-connections': 'Connection rate',
  'too-many-messages': 'Message delivery request rate',
}

/** The warning when a client was too busy; null for every other refusal. */
export function limitWarning(
  index: FactIndex,
  connection: number,
  spec: ReplySpec,
  peer: string,
): string | null {
  if (spec !== R.tooManyConnections && spec !== R.tooMuchMail) return null
  const finding = findingsOf(index, connection).findLast(({ reason }) => reason in LIMITS)
  const what = LIMITS[finding?.reason ?? '']
  if (finding === undefined || what === undefined) return null
  return `warning: ${what} limit exceeded: ${finding.value} from ${peer} for service smtp`
}
