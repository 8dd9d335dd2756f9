/** Comparing and hashing say the same, whatever has happened to a message on its way. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dkimCrypto } from '../../../../src/host/crypto.ts'
import { printContent } from '../../../../src/sim/mail/dkim/content.ts'
import type { MessageContent } from '../../../../src/sim/mail/dkim/content.ts'
import { verifyMessage } from '../../../../src/sim/mail/dkim/real.ts'
import { realContent } from '../../../../src/sim/mail/dkim/realise.ts'
import type { SignSpec, SymbolicSignature } from '../../../../src/sim/mail/dkim/signature.ts'
import { parseSource } from '../../../../src/sim/mail/dkim/source.ts'
import {
  signSymbolically,
  withSignatures,
} from '../../../../src/sim/mail/dkim/sign-symbolically.ts'
import { verifySymbolically } from '../../../../src/sim/mail/dkim/verify-symbolically.ts'
import { contents, keyLookups, keys, mutations, specs } from './arbitraries.ts'
import { NOW, realZone } from './letters.ts'

interface Way {
  readonly content: MessageContent
  readonly first: SignSpec
  readonly firstKey: string
  readonly before: readonly ((content: MessageContent) => MessageContent)[]
  readonly second: SignSpec | null
  readonly after: readonly ((content: MessageContent) => MessageContent)[]
}

function walk(way: Way): { content: MessageContent; signatures: SymbolicSignature[] } {
  const one = signSymbolically(way.content, way.first, way.firstKey)
  let content = withSignatures(way.content, [one])
  for (const change of way.before) content = change(content)
  const signatures = [one]
  if (way.second !== null) {
    const two = signSymbolically(content, way.second)
    content = withSignatures(content, [two])
    signatures.unshift(two)
  }
  for (const change of way.after) content = change(content)
  return { content, signatures }
}

const ways: fc.Arbitrary<Way> = fc.record({
  content: contents,
  first: specs,
  firstKey: keys,
  before: fc.array(mutations, { maxLength: 2 }),
  second: fc.option(specs),
  after: fc.array(mutations, { maxLength: 2 }),
})

const times = fc.constantFrom(-400_000, 0, 999, 1000, 59_999, 60_000, 60_001, 3_600_000)

describe('symbolic and real verification', () => {
  it('give the same verdicts', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(ways, keyLookups, times, (way, lookup, later) => {
        const { content, signatures } = walk(way)
        const symbolic = verifySymbolically(content, signatures, lookup, NOW + later)
        const source = printContent(realContent(content, signatures, dkimCrypto))
        const real = verifyMessage(source, realZone(lookup), NOW + later, dkimCrypto)
        expect(symbolic).toEqual(real)
        for (const { reason } of symbolic) seen.set(reason, (seen.get(reason) ?? 0) + 1)
      }),
      { numRuns: 600 },
    )
    // The worlds must be rich enough to tell anything
    const common = ['verified', 'body-changed', 'signature-wrong', 'expired', 'key-revoked']
    expect([...seen.keys()]).toEqual(expect.arrayContaining(common))
  })

  it('read the printed message as the same data', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const { fields, body } = parseSource(printContent(content))
        expect(body).toBe(content.body)
        const expected = content.fields.map(({ name, value }) => ({
          name: name.toLowerCase(),
          text: `${name}: ${value}`,
        }))
        expect(fields).toEqual(expected)
      }),
    )
  })
})
