import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dkimCrypto } from '../../../../src/host/crypto.ts'
import { fieldText, printContent } from '../../../../src/sim/mail/dkim/content.ts'
import { laboratorySecret } from '../../../../src/sim/mail/dkim/laboratory-key.ts'
import { signMessage, verifyMessage } from '../../../../src/sim/mail/dkim/real.ts'
import type { SignSpec } from '../../../../src/sim/mail/dkim/signature.ts'
import { key, letter, NOW, spec, text, zone } from './letters.ts'

/** The published message and key of RFC 8463 §A; its second signature is one with RSA. */
const PUBLISHED = [
  'DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;',
  ' d=football.example.com; i=@football.example.com;',
  ' q=dns/txt; s=brisbane; t=1528637909; h=from : to :',
  ' subject : date : message-id : from : subject : date;',
  ' bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;',
  ' b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus',
  ' Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==',
  'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;',
  ' d=football.example.com; i=@football.example.com;',
  ' q=dns/txt; s=test; t=1528637909; h=from : to : subject :',
  ' date : message-id : from : subject : date;',
  ' bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;',
  ' b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3',
  ' DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz',
  ' dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=',
  'From: Joe SixPack <joe@football.example.com>',
  'To: Suzie Q <suzie@shopping.example.net>',
  'Subject: Is dinner ready?',
  'Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)',
  'Message-ID: <20030712040037.46341.5F8J@football.example.com>',
  '',
  'Hi.',
  '',
  'We lost the game.  Are you hungry yet?',
  '',
  'Joe.',
  '',
].join('\r\n')
const PUBLISHED_KEY = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='

const source = printContent(letter)
const signed = (own: Partial<SignSpec> = {}): string => {
  const secret = laboratorySecret(key, dkimCrypto)
  const field = signMessage(source, { ...spec, ...own }, secret, dkimCrypto)
  return `${fieldText(field)}\r\n${source}`
}
const verify = (message: string, lookup = zone(), now = NOW) =>
  verifyMessage(message, lookup, now, dkimCrypto)
const reasons = (message: string, lookup = zone(), now = NOW): string[] =>
  verify(message, lookup, now).map(({ reason }) => reason)

describe('the message of RFC 8463', () => {
  const lookup = zone(PUBLISHED_KEY, 'brisbane._domainkey.football.example.com')

  it('passes', () => {
    const [ed25519, rsa] = verify(PUBLISHED, lookup)
    expect(ed25519).toMatchObject({ result: 'pass', domain: 'football.example.com' })
    expect(rsa).toMatchObject({ result: 'neutral', reason: 'algorithm-unsupported' })
  })

  it('no longer passes when it was changed', () => {
    expect(reasons(PUBLISHED.replace('hungry', 'angry'), lookup)[0]).toBe('body-changed')
    expect(reasons(PUBLISHED.replace('dinner', 'lunch'), lookup)[0]).toBe('signature-wrong')
    expect(reasons(PUBLISHED.replace('t=15', 't=14'), lookup)[0]).toBe('signature-wrong')
    expect(reasons(`From: mallory\r\n${PUBLISHED}`, lookup)[0]).toBe('signature-wrong')
    expect(reasons(PUBLISHED.replace('b=/gC', 'b=/gD'), lookup)[0]).toBe('signature-wrong')
  })
})

describe('a real signature', () => {
  it('passes, and nothing remains unsigned', () => {
    expect(verify(signed())).toMatchObject([{ result: 'pass', unsignedOctets: 0 }])
    expect(verify(source)).toEqual([])
  })

  it('with l= passes whatever is behind it, and tells how much that is', () => {
    const message = signed({ bodyLength: 'whole' })
    expect(verify(message)).toMatchObject([{ result: 'pass', unsignedOctets: 0 }])
    expect(verify(`${message}Buy!\r\n`)).toMatchObject([{ result: 'pass', unsignedOctets: 10 }])
    expect(reasons(message.slice(0, -20))).toEqual(['body-too-short'])
  })

  it('may end in the middle of a character', () => {
    const at = new TextEncoder().encode('Dear Bob,\r\n\r\ncome for tea, caf').length + 1
    const message = signed({ bodyLength: at })
    expect(reasons(message)).toEqual(['verified'])
    expect(reasons(message.replace('café', 'cafè'))).toEqual(['verified'])
    expect(reasons(message.replace('café', 'cafe'))).toEqual(['body-changed'])
  })

  it('needs the key it was made with', () => {
    expect(reasons(signed(), zone('v=DKIM1; k=ed25519; p=lab:other'))).toEqual(['signature-wrong'])
    expect(reasons(signed(), () => text(`v=DKIM1; k=ed25519; p=${'A'.repeat(43)}`))).toEqual([
      'signature-wrong',
    ])
  })

  it('may be one of many, of which not all are looked at', () => {
    const field = signed().slice(0, -source.length)
    expect(reasons(field.repeat(20) + source)).toHaveLength(8)
  })
})

const PASS = { result: 'pass' }

describe('hostile text', () => {
  const pieces = ['DKIM-Signature:', 'From:', 'v=1;', 'a=ed25519-sha256;', 'b=YWJj;', 'bh=YWI=;']
  pieces.push('h=from;', 'd=a.example;', 's=s;', 'l=9', 'x=', ' ', '\r\n', '\r\n\r\n', '\t', ';')
  const piece = fc.constantFrom(...pieces, '=', ':', '\0', '😀')
  const hostile = fc.array(fc.oneof(piece, fc.string())).map((pieces) => pieces.join(''))

  it('throws nowhere', () => {
    fc.assert(
      fc.property(hostile, hostile, (message, record) => {
        const lookup = () => text(record)
        expect(verify(message, lookup)).not.toContainEqual(expect.objectContaining(PASS))
        expect(verify(`DKIM-Signature: ${message}`, lookup)[0]).not.toMatchObject(PASS)
        expect(
          verify(
            signed().replace('h=', () => message),
            lookup,
          )[0],
        ).not.toMatchObject(PASS)
      }),
    )
  })

  it('is read in one go, however long', () => {
    const many = 'DKIM-Signature: a=b;\r\n'.repeat(20_000) + ' \t'.repeat(100_000)
    expect(verify(many + '\r\n'.repeat(100_000))).toHaveLength(8)
    const names = Array.from({ length: 20_000 }, (_, i) => `x${i}`)
    const body = ' \t\r\n'.repeat(100_000)
    const fields = names.map((name) => `${name}: y\r\n`).join('')
    const field = `v=1; a=ed25519-sha256; d=alice.example; s=s1; bh=YWI=; b=YWJj; h=from:${names.join(':')}`
    expect(reasons(`DKIM-Signature: ${field}\r\n${fields}\r\n${body}`)).toEqual(['body-changed'])
  })
})
