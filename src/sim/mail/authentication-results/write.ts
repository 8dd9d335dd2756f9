/**
 * Writing the field (RFC 8601 §2.2). Whatever a value holds, the outcome is one field: what the
 * grammar has no bare place for is quoted, and control characters, with which a sender could begin
 * a line of its own, become spaces.
 */
import { AUTHENTICATION_RESULTS } from './results.ts'
import type { MethodResult } from './results.ts'

/** Columns after which a line is folded where it can be (RFC 5322 §2.1.1). */
const COLUMNS = 78

/** What stands behind the field's name, on one line; `mx.example.net; none` without a method. */
export function writeAuthenticationResults(
  authservId: string,
  methods: readonly MethodResult[],
): string {
  const id = value(authservId)
  // RFC 8601 §2.2: a field that reports nothing says so.
  if (methods.length === 0) return `${id}; none`
  return [id, ...methods.map((method) => words(method).join(' '))].join('; ')
}

/** The lines of the field without CRLF: a line for each method, folded lines with their tab. */
export function authenticationResultsField(
  authservId: string,
  methods: readonly MethodResult[],
): string[] {
  const first = `${AUTHENTICATION_RESULTS}: ${value(authservId)};`
  if (methods.length === 0) return [`${first} none`]
  const lines = [first]
  for (const [i, method] of methods.entries()) {
    const block = folded(words(method))
    const end = i === methods.length - 1 ? '' : ';'
    lines.push(...block.slice(0, -1), `${block.at(-1) ?? ''}${end}`)
  }
  return lines
}

function folded(words: readonly string[]): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > COLUMNS) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? `\t${word}` : `${line} ${word}`
  }
  return [...lines, line]
}

function words({ method, result, comment, reason, properties }: MethodResult): string[] {
  const all = [`${method}=${result}`]
  if (comment !== '') all.push(`(${visible(comment).replace(/[()\\]/g, '\\$&')})`)
  if (reason !== '') all.push(`reason=${value(reason)}`)
  for (const each of properties)
    all.push(`${each.type}.${each.name}=${value(each.value, BARE_MAILBOX)}`)
  return all
}

const TOKEN = String.raw`[^\s()<>@,;:\\"/[\]?=\u0080-\uffff]`
const BARE = new RegExp(`^${TOKEN}+$`)
const BARE_MAILBOX = new RegExp(`^(?:${TOKEN}*@)?${TOKEN}+$`)

/** RFC 8601 §2.2: a token stands bare, in a property also a mailbox of tokens; the rest is quoted. */
function value(text: string, bare = BARE): string {
  const plain = visible(text)
  return bare.test(plain) ? plain : `"${plain.replace(/["\\]/g, '\\$&')}"`
}

function visible(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}
