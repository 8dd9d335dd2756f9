/** Random messages, signers, zones, and what may happen on the way. */
import fc from 'fast-check'
import type { HeaderField, MessageContent } from '../../../../src/sim/mail/dkim/content.ts'
import { keyRecord } from '../../../../src/sim/mail/dkim/key-record.ts'
import { standInKey } from '../../../../src/sim/mail/dkim/laboratory-key.ts'
import type { KeyLookup, SignSpec } from '../../../../src/sim/mail/dkim/signature.ts'
import { NOW, text } from './letters.ts'

const space = fc.constantFrom(' ', ' ', '  ', '\t', ' \t ')
const word = fc.constantFrom(
  'tea',
  'Five',
  'café',
  '日本',
  '😀',
  '\ud800',
  '=',
  'a;b',
  'b=c',
  '-- ',
)

const pieces = fc.array(fc.tuple(word, space), { maxLength: 5 })
const line = pieces.map((list) => list.map(([a, b]) => a + b).join(''))
const fold = fc.constantFrom('\r\n ', '\r\n\t', '\r\n  ')

/** A field's value: perhaps empty, perhaps folded. */
const value = fc.oneof(
  line,
  fc.tuple(line, fold, word).map((parts) => parts.join('')),
)
const name = fc.constantFrom('From', 'To', 'Subject', 'SUBJECT', 'Date', 'Received', 'X-b')

const body = fc
  .array(fc.oneof(line, fc.constant('')), { maxLength: 6 })
  .chain((lines) => fc.constantFrom('', '\r\n', ' \r\n').map((end) => lines.join('\r\n') + end))

export const contents: fc.Arbitrary<MessageContent> = fc.record({
  fields: fc
    .array(fc.record({ name, value }), { maxLength: 6 })
    .map((fields) => [...fields, { name: 'From', value: 'Alice <alice@alice.example>' }]),
  body,
})

const wanted = fc.constantFrom('From', 'from', 'To', 'Subject', 'Date', 'X-B', 'DKIM-Signature')

/** Mostly the first. */
function rarely<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, fc.constantFrom(...others))
}

const canon = fc.constantFrom('simple' as const, 'relaxed' as const)

export const specs: fc.Arbitrary<SignSpec> = fc
  .record({
    domain: fc.constantFrom('alice.example', 'Alice.example', 'lists.example'),
    selector: fc.constantFrom('s1', 's2'),
    headerCanon: canon,
    bodyCanon: canon,
    headers: fc.array(wanted, { maxLength: 8 }),
    first: rarely('From', 'To'),
    bodyLength: fc.option(fc.oneof(fc.nat(30), fc.constant('whole' as const)), { freq: 2 }),
    expiresAt: rarely(null, NOW - 1000, NOW + 60_000, NOW + 86_400_000),
    signedAt: rarely(NOW, NOW + 301_000, NOW - 500),
    identity: rarely(null, '@alice.example', 'a;é@news.alice.example', 'x@bob.example', 'x'),
  })
  .map(({ first, headers, bodyLength, expiresAt, identity, ...rest }) => ({
    ...rest,
    headers: [first, ...headers],
    ...(bodyLength === null ? {} : { bodyLength }),
    ...(expiresAt === null ? {} : { expiresAt }),
    ...(identity === null ? {} : { identity }),
  }))

export const keys = fc.constantFrom(
  standInKey('alice.example', 's1'),
  standInKey('alice.example', 's1'),
  standInKey('alice.example', 's1', 2),
)

const records = fc.oneof(
  { weight: 30, arbitrary: fc.constant((key: string) => keyRecord(key)) },
  { weight: 3, arbitrary: fc.constant(() => keyRecord('')) },
  fc.constantFrom(
    (key: string) => keyRecord(key, { flags: ['y'] }),
    (key: string) => keyRecord(key, { flags: ['s', 'y'] }),
    (key: string) => keyRecord(key, { hashes: ['sha1'] }),
    (key: string) => keyRecord(key, { hashes: ['sha1', 'sha256'] }),
    (key: string) => keyRecord(key, { services: ['tlsrpt'] }),
    (key: string) => ` k = ED25519 ;\tp = ${key} ; n=a note;`,
    (key: string) => `v=DKIM1; p=${key}`,
    (key: string) => `p=${key}; v=DKIM1`,
    (key: string) => `p=${key}; p=${key}`,
    () => keyRecord('A'.repeat(43)),
    () => keyRecord('AAAA'),
    () => keyRecord('no base64!'),
    () => '',
  ),
)

/** What the zones answer for any selector: mostly the key that fits it. */
export const keyLookups: fc.Arbitrary<KeyLookup> = fc.oneof(
  {
    weight: 8,
    arbitrary: records.map((record): KeyLookup => {
      return (asked) => text(record(`lab:${asked.toLowerCase()}`))
    }),
  },
  fc.constantFrom<KeyLookup>(
    () => text(keyRecord(standInKey('mallory.example', 's1'))),
    () => ({ rcode: 'NXDOMAIN', records: [] }),
    () => ({ rcode: 'NOERROR', records: [] }),
    () => ({ rcode: 'SERVFAIL', records: [] }),
    () => ({ rcode: 'TIMEOUT', records: [] }),
  ),
)

type Change = (content: MessageContent) => MessageContent

const eachField =
  (change: (field: HeaderField) => HeaderField): Change =>
  ({ fields, body }) => ({ fields: fields.map(change), body })

const ofName = (wanted: string, change: (value: string) => string): Change =>
  eachField((field) =>
    field.name.toLowerCase() === wanted.toLowerCase()
      ? { name: field.name, value: change(field.value) }
      : field,
  )

const onTop =
  (field: HeaderField): Change =>
  ({ fields, body }) => ({ fields: [field, ...fields], body })

/** What mail meets on its way. */
const usual = fc.constantFrom<Change>(
  (content) => content,
  ({ fields, body }) => ({ fields, body: `${body}-- \r\nThe list\r\n` }),
  ({ fields, body }) => ({ fields, body: `${body}\r\n \r\n` }),
  ({ fields, body }) => ({ fields, body: body.slice(0, -3) }),
  ({ fields, body }) => ({ fields, body: body.replaceAll(' ', '  ') }),
  ({ fields, body }) => ({ fields, body: body.replaceAll('é', '?') }),
  ({ fields, body }) => ({ fields: fields.slice(1), body }),
  ({ fields, body }) => ({ fields: fields.toReversed(), body }),
  ofName('Subject', (value) => `[list] ${value}`),
  ofName('From', () => 'The list <list@lists.example>'),
  ofName('Received', (value) => `${value}, late`),
  onTop({ name: 'Received', value: 'from a\r\n\tby b; late' }),
  onTop({ name: 'From', value: 'mallory@mallory.example' }),
  onTop({ name: 'DKIM-Signature', value: 'v=1; a=rsa-sha256; nonsense' }),
  eachField(({ name, value }) => ({ name, value: value.replaceAll(/(?<=\S) /g, '\r\n ') })),
  eachField(({ name, value }) => ({ name, value: value.replaceAll('\r\n', '') })),
  eachField(({ name, value }) => ({ name: name.toLowerCase(), value })),
  ofName('DKIM-Signature', (value) => value.replaceAll(/(?<=Lab)/g, '\r\n ')),
)

/** One character of a signature field becomes another. */
const tampered = fc
  .tuple(fc.nat(400), fc.constantFrom(';', ':', '=', '@', '.', '1', 'a', 'x', '/', 'A'))
  .map(([at, char]): Change => {
    return ofName('DKIM-Signature', (value) =>
      at >= value.length || /\s/.test(value.charAt(at))
        ? value
        : value.slice(0, at) + char + value.slice(at + 1),
    )
  })

export const mutations: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: usual },
  { weight: 1, arbitrary: tampered },
)
