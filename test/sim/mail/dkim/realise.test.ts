import { describe, expect, it } from 'vitest'
import { dkimCrypto } from '../../../../src/host/crypto.ts'
import { printContent } from '../../../../src/sim/mail/dkim/content.ts'
import type { MessageContent } from '../../../../src/sim/mail/dkim/content.ts'
import { laboratorySecret } from '../../../../src/sim/mail/dkim/laboratory-key.ts'
import { signMessage, verifyMessage } from '../../../../src/sim/mail/dkim/real.ts'
import { realContent } from '../../../../src/sim/mail/dkim/realise.ts'
import type { SymbolicSignature } from '../../../../src/sim/mail/dkim/signature.ts'
import {
  signSymbolically,
  withSignatures,
} from '../../../../src/sim/mail/dkim/sign-symbolically.ts'
import { key, letter, NOW, spec, zone } from './letters.ts'

const one = signSymbolically(letter, spec)

function reasons(content: MessageContent, signatures: readonly SymbolicSignature[]): string[] {
  const source = printContent(realContent(content, signatures, dkimCrypto))
  expect(source).not.toContain('Laboratory')
  return verifyMessage(source, zone(), NOW, dkimCrypto).map(({ reason }) => reason)
}

describe('a message made real', () => {
  it('has the signature that a real signer makes', () => {
    const secret = laboratorySecret(key, dkimCrypto)
    const real = realContent(withSignatures(letter, [one]), [one], dkimCrypto)
    expect(real.fields[0]).toEqual(signMessage(printContent(letter), spec, secret, dkimCrypto))
  })

  it('keeps what has happened to it', () => {
    const { fields, body } = withSignatures(letter, [one])
    expect(reasons({ fields, body: `${body}footer` }, [one])).toEqual(['body-changed'])
    const refolded = fields.map(({ name, value }) => ({
      name,
      value: value.replace(/(?<=b=LaboratorySig)/, '\r\n ').replaceAll('; ', ';\r\n '),
    }))
    expect(reasons({ fields: refolded, body }, [one])).toEqual(['verified'])
  })

  it('may have a signature over a signature', () => {
    const signed = withSignatures(letter, [one])
    const two = signSymbolically(signed, { ...spec, headers: ['From', 'DKIM-Signature'] })
    const content = withSignatures(signed, [two])
    expect(reasons(content, [two, one])).toEqual(['verified', 'verified'])
  })

  it('may quote a signature that it carries', () => {
    const body = `Returned message:\r\nDKIM-Signature: ${one.field.value}\r\n`
    const report = { fields: letter.fields, body }
    const two = signSymbolically(report, spec)
    expect(reasons(withSignatures(report, [two]), [two, one])).toEqual(['verified'])
  })

  it('stays as it is where nobody has the secret', () => {
    const signature = signSymbolically(letter, spec, 'A'.repeat(43))
    const content = withSignatures(letter, [signature])
    expect(realContent(content, [signature], dkimCrypto)).toEqual(content)
  })
})
