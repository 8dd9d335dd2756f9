/**
 * The header field that tells those behind us what SPF said. Source: RFC 7208 §9.1.
 *
 * What a stranger said (addresses, names, the text of a record) is cut, stripped of everything but
 * printable ASCII, and quoted, so that it can neither end the field nor pretend to be our own.
 */
import type { SpfResult } from './spf.ts'

/** What the field tells. */
export interface SpfTrace {
  readonly result: SpfResult
  /** Which name was checked. */
  readonly identity: 'mailfrom' | 'helo'
  readonly clientIp: string
  readonly helo: string
  /** Reverse-path; '' for the null one. */
  readonly mailFrom: string
  /** Our own name. */
  readonly receiver: string
  /** As `checkHost` gives it. */
  readonly mechanism: string
  /** What went wrong; '' if nothing did. Told with temperror and permerror. */
  readonly problem: string
}

/** Longer values are cut, in characters, so that no line comes near the limit of RFC 5322 §2.1.1. */
const VALUE_LIMIT = 200
const LINE_LIMIT = 78

/** The lines of one field without CRLF, folded lines with their tab, as in `../trace-field.ts`. */
export function receivedSpfField(t: SpfTrace): string[] {
  const pairs = pairsOf(t).map(([key, value]) => `${key}=${quoted(value)};`)
  const comment = `(${inComment(t.receiver)}: ${sentence(t)})`
  const words = [t.result, ...comment.split(' ').filter((word) => word !== ''), ...pairs]
  const lines: string[] = []
  let line = 'Received-SPF:'
  for (const word of words) {
    if (line.length + 1 + word.length <= LINE_LIMIT) {
      line += ` ${word}`
      continue
    }
    lines.push(line)
    line = `\t${word}`
  }
  return [...lines, line]
}

/** RFC 7208 §9.1: enough to repeat the check. */
function pairsOf(t: SpfTrace): (readonly [key: string, value: string])[] {
  const isError = t.result === 'temperror' || t.result === 'permerror'
  return [
    ['receiver', t.receiver],
    ['identity', t.identity],
    ['client-ip', t.clientIp],
    ['envelope-from', t.mailFrom],
    ['helo', t.helo],
    ['mechanism', t.mechanism],
    ...(isError && t.problem !== '' ? [['problem', t.problem] as const] : []),
  ]
}

function sentence({ result, identity, mailFrom, helo, clientIp }: SpfTrace): string {
  const isPath = identity === 'mailfrom' && mailFrom !== ''
  const domain = isPath ? `domain of ${inComment(mailFrom)}` : `domain ${inComment(helo)}`
  const client = inComment(clientIp)
  switch (result) {
    case 'pass':
      return `${domain} designates ${client} as permitted sender`
    case 'fail':
      return `${domain} does not designate ${client} as permitted sender`
    case 'softfail':
      return `${domain} probably does not designate ${client}`
    case 'neutral':
      return `${domain} neither permits nor denies ${client}`
    case 'none':
      return `${domain} does not say who may send`
    case 'temperror':
      return `${domain} could not be checked for now`
    case 'permerror':
      return `${domain} has a record that cannot be used`
  }
}

/** A dot-atom as it is, anything else as a quoted-string (RFC 5322 §3.2.3 and §3.2.4). */
function quoted(value: string): string {
  const text = cleaned(value)
  if (/^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(text)) return text
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}"`
}

/** RFC 5322 §3.2.2: brackets and backslashes would end or nest the comment. */
function inComment(value: string): string {
  return cleaned(value).replace(/[()\\]/g, String.raw`\$&`)
}

/** Without what does not belong into a header field, and not too long. */
function cleaned(value: string): string {
  return value.slice(0, VALUE_LIMIT).replace(/[^\x20-\x7e]/g, '?')
}
