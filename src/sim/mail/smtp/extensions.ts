/**
 * SMTP service extensions as bits of one integer (RFC 5321 §2.2, §4.1.1.1). The tables work with
 * the mask; only reading and printing an EHLO reply uses the keywords.
 */

/** The extensions we know, one bit each. */
export const EXT = {
  /** Several commands in one packet (RFC 2920). Done by both tables. */
  PIPELINING: 1,
  /** Size at MAIL (RFC 1870). Done by both tables. */
  SIZE: 2,
  /** Encryption (RFC 3207). Both tables; the handshake itself is one step named TLS. */
  STARTTLS: 4,
  /** Authentication, mechanism PLAIN with its initial response only (RFC 4954, RFC 4616). */
  AUTH: 8,
  /** Enhanced status codes in replies (RFC 2034). Done by the receiver, whatever the client says. */
  ENHANCEDSTATUSCODES: 16,
  /** 8BITMIME (RFC 6152): BODY= is read and makes no difference. */
  EIGHTBITMIME: 32,
  /** DSN (RFC 3461): printed as Postfix does; the parameters are read and make no difference. */
  DSN: 64,
  /** VRFY (RFC 5321 §3.5.3): always answered 252. */
  VRFY: 128,
  /** ETRN (RFC 1985) without its options `@` and `#`. Done by both tables. */
  ETRN: 256,
  /** SMTPUTF8 (RFC 6531): printed as Postfix does; addresses are compared as plain text. */
  SMTPUTF8: 512,
  /** CHUNKING (RFC 3030): printed as Postfix does, BDAT is not carried out (502). */
  CHUNKING: 1024,
  /** On-demand mail relay (RFC 2645). Done by both tables. */
  ATRN: 2048,
} as const

/** What a server on port 25 offers, in agreement with a recorded Postfix 3.7. */
export const RELAY_EXTENSIONS: number =
  EXT.PIPELINING |
  EXT.SIZE |
  EXT.VRFY |
  EXT.ETRN |
  EXT.ENHANCEDSTATUSCODES |
  EXT.EIGHTBITMIME |
  EXT.DSN |
  EXT.SMTPUTF8 |
  EXT.CHUNKING

/** What an on-demand mail relay offers, as in RFC 2645 §6. */
export const ODMR_EXTENSIONS: number = EXT.AUTH | EXT.ATRN

interface Keyword {
  readonly bit: number
  readonly word: string
  /** What stands behind the keyword; SIZE is special. */
  readonly parameter: string
}

/** In the order in which Postfix prints them. */
const KEYWORDS: readonly Keyword[] = [
  { bit: EXT.PIPELINING, word: 'PIPELINING', parameter: '' },
  { bit: EXT.SIZE, word: 'SIZE', parameter: '' },
  { bit: EXT.VRFY, word: 'VRFY', parameter: '' },
  { bit: EXT.ETRN, word: 'ETRN', parameter: '' },
  { bit: EXT.STARTTLS, word: 'STARTTLS', parameter: '' },
  { bit: EXT.AUTH, word: 'AUTH', parameter: ' PLAIN' },
  { bit: EXT.ENHANCEDSTATUSCODES, word: 'ENHANCEDSTATUSCODES', parameter: '' },
  { bit: EXT.EIGHTBITMIME, word: '8BITMIME', parameter: '' },
  { bit: EXT.DSN, word: 'DSN', parameter: '' },
  { bit: EXT.SMTPUTF8, word: 'SMTPUTF8', parameter: '' },
  { bit: EXT.CHUNKING, word: 'CHUNKING', parameter: '' },
  { bit: EXT.ATRN, word: 'ATRN', parameter: '' },
]

/** The EHLO lines after the first, without code. `sizeLimitOctets` 0 prints SIZE without a value. */
export function extensionLines(mask: number, sizeLimitOctets: number): string[] {
  const lines: string[] = []
  for (const keyword of KEYWORDS) {
    if ((mask & keyword.bit) === 0) continue
    const size = keyword.bit === EXT.SIZE && sizeLimitOctets > 0 ? ` ${sizeLimitOctets}` : ''
    lines.push(keyword.word + keyword.parameter + size)
  }
  return lines
}

/** The bit of one EHLO line such as `SIZE 10240000`; 0 for a keyword that we do not know. */
export function extensionBit(line: string): number {
  const word = (line.split(' ', 1)[0] ?? '').toUpperCase()
  for (const keyword of KEYWORDS) {
    if (keyword.word === word) return keyword.bit
  }
  return 0
}
