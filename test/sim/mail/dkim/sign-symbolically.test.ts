import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dkimCrypto } from '../../../../src/host/crypto.ts'
import { printContent } from '../../../../src/sim/mail/dkim/content.ts'
import { laboratorySecret } from '../../../../src/sim/mail/dkim/laboratory-key.ts'
import { signMessage } from '../../../../src/sim/mail/dkim/real.ts'
import { readSignature } from '../../../../src/sim/mail/dkim/signature-field.ts'
import { signSymbolically } from '../../../../src/sim/mail/dkim/sign-symbolically.ts'
import { contents, specs } from './arbitraries.ts'
import { key, letter, spec } from './letters.ts'

describe('a symbolic signature', () => {
  it('says what it is', () => {
    const { field } = signSymbolically(letter, spec)
    expect(field.name).toBe('DKIM-Signature')
    expect(field.value).toMatch(/\tbh=LaboratoryBodyHash\/[A-Za-z0-9+/]{10}\/A+=;/)
    expect(field.value).toMatch(/\tb=LaboratorySignature\/[A-Za-z0-9+/]{10}\/A+\r\n\tA+==$/)
  })

  it('has a field as long as the true one, and the same but for two values', () => {
    const blank = (value: string): string =>
      value.replace(/bh=[^;]+/, 'bh=').replace(/\tb=[^]*$/, '\tb=')
    fc.assert(
      fc.property(contents, specs, (content, spec) => {
        const { value } = signSymbolically(content, spec).field
        const secret = laboratorySecret(key, dkimCrypto)
        const real = signMessage(printContent(content), spec, secret, dkimCrypto).value
        expect(value.length).toBe(real.length)
        expect(blank(value)).toBe(blank(real))
      }),
      { numRuns: 50 },
    )
  })

  it('is plain data', () => {
    const signature = signSymbolically(letter, spec)
    expect(JSON.parse(JSON.stringify(signature))).toEqual(signature)
  })

  it('is read as anybody else reads its field, whenever it was made', () => {
    const times = fc.constantFrom(-1000, 0, 999, 1_700_000_000_000, 1e15 - 1, 1e15)
    fc.assert(
      fc.property(contents, specs, times, fc.boolean(), (content, spec, signedAt, isPlain) => {
        const { domain, selector, headerCanon, bodyCanon, headers } = spec
        const plain = { domain, selector, headerCanon, bodyCanon, headers, signedAt }
        const { field, read } = signSymbolically(content, isPlain ? plain : { ...spec, signedAt })
        expect(read).toEqual(readSignature(field.value))
      }),
      { numRuns: 300 },
    )
  })

  it('of something else is another one', () => {
    const values = [
      signSymbolically(letter, spec),
      signSymbolically({ ...letter, body: 'x' }, spec),
      signSymbolically({ ...letter, fields: letter.fields.slice(2) }, spec),
      signSymbolically(letter, { ...spec, signedAt: spec.signedAt + 1000 }),
      signSymbolically(letter, spec, `${key}:2`),
    ].map(({ signature }) => signature)
    expect(new Set(values).size).toBe(values.length)
  })
})
