/**
 * Mailboxes: `local-part@domain` (RFC 5321 §4.1.2, §4.1.3) and the null reverse-path.
 *
 * Simplified: quoted local parts are kept with their quotes and not normalised; address literals
 * are taken when they stand in brackets, their inside is not checked; SMTPUTF8 letters pass.
 */

/** A mailbox taken apart. The case of both parts is kept. */
export interface Mailbox {
  /** Before the @, with its quotes if it has any; at most 64 octets. */
  readonly localPart: string
  /** Domain name or address literal such as `[192.0.2.1]`; at most 255 octets. */
  readonly domain: string
}

/** Limits in octets, RFC 5321 §4.5.3.1.1 to .3. The path's limit includes its angle brackets. */
const ADDRESS_LIMIT = { localPart: 64, domain: 255, path: 256 } as const

const ATOM = String.raw`[^\s"(),:;<>@[\]\\\u0000-\u001f\u007f]+`
// RFC 5321 §4.1.2: Dot-string or Quoted-string
const LOCAL_PART = new RegExp(
  String.raw`^(?:${ATOM}|"(?:[^"\\\u0000-\u001f\u007f]|\\[\u0020-\u007e])*")$`,
)
const LABEL = String.raw`[A-Za-z0-9_\u0080-\uffff](?:[A-Za-z0-9_\u0080-\uffff-]*[A-Za-z0-9_\u0080-\uffff])?`
const DOMAIN = new RegExp(String.raw`^(?:${LABEL}(?:\.${LABEL})*|\[[^\s[\]\\<>]+\])$`)

/** Takes a mailbox apart; null when it is none (the null path and `postmaster` are none either). */
export function parseMailbox(text: string): Mailbox | null {
  const at = text.lastIndexOf('@')
  if (at <= 0 || text.length + 2 > ADDRESS_LIMIT.path) return null
  const localPart = text.slice(0, at)
  const domain = text.slice(at + 1)
  if (localPart.length > ADDRESS_LIMIT.localPart || domain.length > ADDRESS_LIMIT.domain)
    return null
  if (!LOCAL_PART.test(localPart) || !DOMAIN.test(domain)) return null
  // RFC 5321 §4.1.2: no dot at an end, no two dots in a row, unless quoted
  if (localPart[0] !== '"' && /^\.|\.\.|\.$/.test(localPart)) return null
  return { localPart, domain }
}

/** The part behind the last @, '' if there is none. Cheap: does not check the mailbox. */
export function domainOf(mailbox: string): string {
  const at = mailbox.lastIndexOf('@')
  return at < 0 ? '' : mailbox.slice(at + 1)
}

/** Whether a reverse-path is the null one, `<>`: reports and nothing else (RFC 5321 §4.5.5). */
export function isNullPath(reversePath: string): boolean {
  return reversePath === ''
}

/** Whether a forward-path is `postmaster` without a domain, any case (RFC 5321 §4.1.1.3). */
export function isBarePostmaster(forwardPath: string): boolean {
  return forwardPath.length === 10 && forwardPath.toLowerCase() === 'postmaster'
}
