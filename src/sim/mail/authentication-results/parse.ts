/**
 * Reading the field (RFC 8601 §2.2): comments, however deeply they are nested, folding, quoted
 * strings. Lenient where others write carelessly: empty parts between semicolons and unquoted values
 * with slashes or colons pass.
 */
import type { AuthenticationResults, MethodResult, ResultProperty } from './results.ts'

/** Where the reader stands. `comment` is the last one passed over. */
interface Cursor {
  readonly text: string
  at: number
  comment: string
}

/** Methods of another version than this one are passed over (RFC 8601 §2.2). */
const METHOD_VERSION = 1

/** Reads what stands behind the field's name; null when it does not follow the grammar. */
export function parseAuthenticationResults(text: string): AuthenticationResults | null {
  const cursor: Cursor = { text, at: 0, comment: '' }
  const authservId = readId(cursor)
  if (authservId === null) return null
  const version = Number(take(cursor, /\d{1,9}/y) ?? '1')
  const methods: MethodResult[] = []
  let parts = 0
  for (; take(cursor, /;/y) !== null; parts++) {
    if (atEnd(cursor) || take(cursor, /none(?=[\s;(]|$)/iy) !== null) continue
    if (!readMethod(cursor, methods)) return null
  }
  // RFC 8601 §2.2: who has nothing to report says `none`.
  return parts > 0 && atEnd(cursor) ? { authservId, version, methods } : null
}

/** Only who says so, of a field whose rest may be anything; null when even that cannot be read. */
export function authservIdOf(text: string): string | null {
  return readId({ text, at: 0, comment: '' })
}

function readId(cursor: Cursor): string | null {
  return take(cursor, /[^\s()<>@,;:\\"/[\]?=]+/y) ?? readQuoted(cursor)
}

/** Reads one method into the list; false when it is none. */
function readMethod(cursor: Cursor, methods: MethodResult[]): boolean {
  const method = take(cursor, /[a-z\d-]+/iy)?.toLowerCase()
  if (method === undefined) return atSemicolon(cursor)
  const version = take(cursor, /\//y) === null ? METHOD_VERSION : Number(take(cursor, /\d{1,9}/y))
  if (take(cursor, /=/y) === null) return false
  const result = take(cursor, /[a-z\d-]+/iy)?.toLowerCase()
  if (result === undefined) return false
  cursor.comment = ''
  skip(cursor)
  const { comment } = cursor
  const properties: ResultProperty[] = []
  let reason = ''
  while (!atEnd(cursor) && !atSemicolon(cursor)) {
    const type = take(cursor, /[a-z\d-]+/iy)?.toLowerCase()
    if (type === undefined) return false
    const name = take(cursor, /\./y) === null ? '' : take(cursor, /[a-z\d_-]+/iy)?.toLowerCase()
    const value = take(cursor, /=/y) === null ? null : readValue(cursor)
    if (value === null || name === undefined || (name === '' && type !== 'reason')) return false
    if (name === '') reason = value
    else properties.push({ type, name, value })
  }
  if (version !== METHOD_VERSION) return true
  methods.push({ method, result, comment, reason, properties })
  return true
}

/** A quoted string, a word, or both in a row as in `"a b"@example.org`. */
function readValue(cursor: Cursor): string | null {
  const quoted = readQuoted(cursor)
  if (quoted === null) return take(cursor, /[^\s;()"]+/y)
  const rest = cursor.text[cursor.at] === '@' ? take(cursor, /[^\s;()"]+/y) : null
  return rest === null ? quoted : `"${quoted}"${rest}`
}

function readQuoted(cursor: Cursor): string | null {
  const quoted = take(cursor, /"(?:[^"\\]|\\[^])*"/y)
  return quoted === null ? null : unescaped(quoted.slice(1, -1))
}

const unescaped = (text: string): string => text.replace(/\r?\n/g, '').replace(/\\([^])/g, '$1')

/** Passes over comments and white space, and takes what fits there; null when nothing does. */
function take(cursor: Cursor, pattern: RegExp): string | null {
  skip(cursor)
  pattern.lastIndex = cursor.at
  const [found] = pattern.exec(cursor.text) ?? []
  if (found === undefined) return null
  cursor.at += found.length
  return found
}

/** RFC 5322 §3.2.2: white space and comments, which may hold comments. */
function skip(cursor: Cursor): void {
  const { text } = cursor
  while (cursor.at < text.length) {
    if (text[cursor.at] === '(') {
      const end = commentEnd(text, cursor.at)
      if (end < 0) return
      cursor.comment = unescaped(text.slice(cursor.at + 1, end - 1))
      cursor.at = end
    } else if (/\s/.test(text.charAt(cursor.at))) cursor.at += 1
    else return
  }
}

/** The place behind a comment's last parenthesis; -1 when it never ends. */
function commentEnd(text: string, from: number): number {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i += 1
    else if (text[i] === '(') depth += 1
    else if (text[i] === ')') depth -= 1
    if (depth === 0) return i + 1
  }
  return -1
}

function atEnd(cursor: Cursor): boolean {
  skip(cursor)
  return cursor.at >= cursor.text.length
}

function atSemicolon(cursor: Cursor): boolean {
  skip(cursor)
  return cursor.text[cursor.at] === ';'
}
