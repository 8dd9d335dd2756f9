/**
 * Commands as text: reading and writing one line of the wire, without its CRLF
 * (RFC 5321 §4.1.1, §4.1.2). Only TCP, transcripts and tests come here; the tables do not.
 */
import { isBarePostmaster, parseMailbox } from '../address.ts'
import { decodeBase64, encodeBase64 } from '../base64.ts'
import { R } from '../reply-catalogue.ts'
import type { ReplySpec } from '../reply-spec.ts'
import type { Command, Verb } from './command-record.ts'
import { authCommand, command, faultyCommand } from './command-record.ts'

export type { Command, Verb } from './command-record.ts'
export { authCommand, command, VERBS } from './command-record.ts'

/**
 * Longest lines in octets without CRLF. RFC 5321 §4.5.3.1.4 gives commands 512 with CRLF, and
 * extensions add to MAIL and RCPT what their parameters need; RFC 4954 §4 gives AUTH 12,288.
 */
export const LINE_LIMIT = { command: 510, envelope: 1022, auth: 12_286 } as const

/** Commands of the standard that we know and do not carry out: 502 (RFC 5321 §4.2.4). */
const NOT_IMPLEMENTED: readonly string[] = ['BDAT', 'EXPN', 'HELP', 'TURN', 'SEND', 'SOML', 'SAML']

/**
 * Reads one line. Never throws: what is wrong with it stands in `fault`, and what is no command at
 * all is UNKNOWN with the whole line as text. Lengths are counted in UTF-16 units, which for ASCII
 * are octets.
 */
export function parseCommand(line: string): Command {
  const match = /^([A-Za-z]+)(?: +| *$)/.exec(line)
  const word = (match?.[1] ?? '').toUpperCase()
  if (line.length > limitOf(word)) return faultyCommand('UNKNOWN', line, R.lineTooLong)
  if (match === null) return faultyCommand('UNKNOWN', line, R.badSyntax)
  const rest = line.slice(match[0].length).trimEnd()
  switch (word) {
    case 'EHLO':
      return rest === '' ? faultyCommand('EHLO', '', R.syntaxEhlo) : command('EHLO', rest)
    case 'HELO':
      return rest === '' ? faultyCommand('HELO', '', R.syntaxHelo) : command('HELO', rest)
    case 'MAIL':
      return parseMail(rest)
    case 'RCPT':
      return parseRcpt(rest)
    case 'DATA':
      return withoutArgument('DATA', rest, R.syntaxData)
    case 'RSET':
      return withoutArgument('RSET', rest, R.syntaxRset)
    case 'QUIT':
      return withoutArgument('QUIT', rest, R.syntaxQuit)
    case 'STARTTLS':
      return withoutArgument('STARTTLS', rest, R.syntaxStartTls)
    case 'NOOP':
      // RFC 5321 §4.1.1.9: a parameter is allowed and ignored
      return command('NOOP')
    case 'VRFY':
      return rest === '' ? faultyCommand('VRFY', '', R.syntaxVrfy) : command('VRFY', rest)
    case 'AUTH':
      return parseAuth(rest)
    case 'ETRN':
      return parseEtrn(rest)
    case 'ATRN':
      return parseAtrn(rest)
    default:
      return faultyCommand(
        'UNKNOWN',
        line,
        NOT_IMPLEMENTED.includes(word) ? R.notImplemented : R.unknownCommand,
      )
  }
}

function limitOf(word: string): number {
  if (word === 'AUTH') return LINE_LIMIT.auth
  return word === 'MAIL' || word === 'RCPT' ? LINE_LIMIT.envelope : LINE_LIMIT.command
}

function withoutArgument(verb: Verb, rest: string, fault: ReplySpec): Command {
  // RFC 5321 §4.1.1: no parameters allowed here
  return rest === '' ? command(verb) : faultyCommand(verb, rest, fault)
}

interface PathAndOptions {
  readonly path: string
  readonly options: readonly string[]
}

/** `FROM:<path> A=b C` behind MAIL or RCPT. A blank after the colon is tolerated, as everywhere. */
function takePath(rest: string, keyword: 'FROM' | 'TO'): PathAndOptions | null {
  if (!rest.toUpperCase().startsWith(`${keyword}:`)) return null
  const text = rest.slice(keyword.length + 1).trimStart()
  const match = /^<((?:"(?:[^"\\]|\\.)*"|[^">])*)>(?: +(.*))?$/.exec(text)
  if (match === null) return null
  const inside = match[1] ?? ''
  // RFC 5321 §4.1.1.3 and appendix C: a source route is read and dropped
  const path = inside.replace(/^@[^:"]*:/, '')
  const options = (match[2] ?? '').split(/ +/).filter((option) => option !== '')
  return { path, options }
}

function parseMail(rest: string): Command {
  const taken = takePath(rest, 'FROM')
  if (taken === null) return faultyCommand('MAIL', '', R.syntaxMail)
  const { path, options } = taken
  // RFC 5321 §4.5.5: <> is in order here
  if (path !== '' && parseMailbox(path) === null) return faultyCommand('MAIL', path, R.badSender)
  let octets = 0
  for (const option of options) {
    if (/^SIZE=/i.test(option)) {
      // RFC 1870 §4: 1 to 20 digits
      if (!/^SIZE=\d{1,20}$/i.test(option)) return faultyCommand('MAIL', path, R.badSize)
      octets = Math.min(Number(option.slice(5)), Number.MAX_SAFE_INTEGER)
    } else if (
      !/^(?:BODY=(?:7BIT|8BITMIME)|RET=(?:FULL|HDRS)|ENVID=.+|AUTH=.+|SMTPUTF8)$/i.test(option)
    ) {
      // RFC 5321 §4.1.1.11
      return faultyCommand('MAIL', path, R.unsupportedOption)
    }
  }
  return command('MAIL', path, octets)
}

function parseRcpt(rest: string): Command {
  const taken = takePath(rest, 'TO')
  if (taken === null) return faultyCommand('RCPT', '', R.syntaxRcpt)
  const { path, options } = taken
  if (parseMailbox(path) === null && !isBarePostmaster(path)) {
    return faultyCommand('RCPT', path, R.badRecipient)
  }
  for (const option of options) {
    if (!/^(?:NOTIFY=[A-Z,]+|ORCPT=[^;]+;.+)$/i.test(option)) {
      return faultyCommand('RCPT', path, R.unsupportedOption)
    }
  }
  return command('RCPT', path)
}

/** `PLAIN` with its initial response (RFC 4954 §4, RFC 4616 §2); other mechanisms are not known. */
function parseAuth(rest: string): Command {
  const [mechanism = '', response] = rest.split(/ +/)
  if (mechanism === '') return faultyCommand('AUTH', '', R.syntaxAuth)
  if (mechanism.toUpperCase() !== 'PLAIN') return faultyCommand('AUTH', '', R.unknownMechanism)
  // RFC 4954 §4 would ask with 334; no client that we speak to needs it
  if (response === undefined) return faultyCommand('AUTH', '', R.syntaxAuth)
  const parts = decodeBase64(response)?.split('\u0000')
  const [, user, secret] = parts ?? []
  if (parts?.length !== 3 || user === undefined || user === '' || secret === undefined) {
    return faultyCommand('AUTH', '', R.badAuthEncoding)
  }
  return authCommand(user, secret)
}

/** Names as RFC 2645 §5.2 spells them: two labels at least, ASCII. */
const DOMAIN_NAME =
  /^(?!.{256})[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/

/**
 * `ETRN domain`. RFC 1985 §5 also has `@domain`, for all below it, and `#queue`; these we refuse,
 * as a server may that does not know them.
 */
function parseEtrn(rest: string): Command {
  if (rest === '' || rest.includes(' ')) return faultyCommand('ETRN', rest, R.syntaxEtrn)
  return DOMAIN_NAME.test(rest) ? command('ETRN', rest) : faultyCommand('ETRN', rest, R.badEtrn)
}

/** `ATRN`, or with one domain or several. */
function parseAtrn(rest: string): Command {
  // RFC 2645 §5.2: without a name it is about all domains of the customer
  const right = rest === '' || rest.split(',').every((each) => DOMAIN_NAME.test(each))
  return right ? command('ATRN', rest) : faultyCommand('ATRN', rest, R.syntaxAtrn)
}

/**
 * Writes a command as a line without CRLF. `secret` stands in for the command's own (a transcript
 * may want to hide it). TLS is no line and gives ''; CONTENT gives its last line, the dot.
 */
export function formatCommand(c: Command, secret: string = c.secret): string {
  switch (c.verb) {
    case 'EHLO':
    case 'HELO':
    case 'VRFY':
    case 'ETRN':
      return `${c.verb} ${c.text}`
    case 'ATRN':
      return c.text === '' ? 'ATRN' : `ATRN ${c.text}`
    case 'MAIL':
      return `MAIL FROM:<${c.text}>${c.octets > 0 ? ` SIZE=${c.octets}` : ''}`
    case 'RCPT':
      return `RCPT TO:<${c.text}>`
    case 'AUTH':
      return `AUTH PLAIN ${encodeBase64(`\u0000${c.text}\u0000${secret}`)}`
    case 'UNKNOWN':
      return c.text
    case 'TLS':
      return ''
    case 'CONTENT':
      return '.'
    default:
      return c.verb
  }
}
