import { describe, expect, it } from 'vitest'
import {
  foldedSignature,
  readSignature,
  writeSignature,
} from '../../../../src/sim/mail/dkim/signature-field.ts'
import { NOW, spec } from './letters.ts'

const GOOD = 'v=1; a=ed25519-sha256; d=a.example; s=s1; h=From : To; bh=YWI=; b=YWJj'
const without = (tag: string): string =>
  GOOD.split('; ')
    .filter((each) => !each.startsWith(`${tag}=`))
    .join('; ')

describe('a signature field', () => {
  it('is read with its defaults', () => {
    expect(readSignature(GOOD)).toEqual({
      reason: null,
      tags: {
        algorithm: 'ed25519-sha256',
        headerCanon: 'simple',
        bodyCanon: 'simple',
        domain: 'a.example',
        selector: 's1',
        identity: '@a.example',
        headers: ['from', 'to'],
        bodyLength: null,
        signedAtSeconds: null,
        expiresAtSeconds: null,
        bodyHash: 'YWI',
        signature: 'YWJj',
      },
    })
  })

  it('is read with all it may say', () => {
    const value =
      ' b=Y\r\n\tWJj;z=From:x;unknown=?; c=Relaxed; i=x@News.A.example.;' +
      ' q=other:dns/txt; l=007; t=1; x=2; v=1; a=Ed25519-SHA256; d=A.example; s=S.1; h=FROM; bh=YWI;'
    expect(readSignature(value)).toMatchObject({
      reason: null,
      tags: {
        headerCanon: 'relaxed',
        bodyCanon: 'simple',
        domain: 'a.example',
        identity: 'x@News.A.example.',
        headers: ['from'],
        bodyLength: 7,
        signedAtSeconds: 1,
        expiresAtSeconds: 2,
      },
    })
  })

  it.each(['v', 'a', 'b', 'bh', 'd', 'h', 's'])('needs %s=', (tag) => {
    expect(readSignature(without(tag))).toMatchObject({ reason: 'tag-missing' })
  })

  it.each([
    ['', 'syntax-error'],
    ['nonsense', 'syntax-error'],
    [`${GOOD}; b=YWJj`, 'syntax-error'],
    [GOOD.replace('v=1', 'v=2'), 'version-unknown'],
    [GOOD.replace('v=1', 'v=1.0'), 'version-unknown'],
    [GOOD.replace('ed25519-sha256', 'rsa-sha256'), 'algorithm-unsupported'],
    [GOOD.replace('ed25519-sha256', 'rsa-sha1'), 'algorithm-historic'],
    [GOOD.replace('ed25519-sha256', 'ed25519-sha1'), 'algorithm-unsupported'],
    [`${GOOD}; c=relaxed/nofws`, 'canon-unsupported'],
    [`${GOOD}; c=relaxed/simple/simple`, 'canon-unsupported'],
    [`${GOOD}; q=dns/key`, 'query-unsupported'],
    [GOOD.replace('From :', 'To :'), 'from-not-signed'],
    [GOOD.replace('From :', ':'), 'syntax-error'],
    [GOOD.replace('d=a.example', 'd='), 'syntax-error'],
    [GOOD.replace('d=a.example', 'd=a..example'), 'syntax-error'],
    [GOOD.replace('s=s1', 's=s 1'), 'syntax-error'],
    [GOOD.replace('b=YWJj', 'b='), 'syntax-error'],
    [GOOD.replace('b=YWJj', 'b=YWJ'), 'syntax-error'],
    [GOOD.replace('bh=YWI=', 'bh=?'), 'syntax-error'],
    [`${GOOD}; l=-1`, 'syntax-error'],
    [`${GOOD}; l=${'1'.repeat(77)}`, 'syntax-error'],
    [`${GOOD}; t=`, 'syntax-error'],
    [`${GOOD}; x=1234567890123`, 'syntax-error'],
    [`${GOOD}; t=5; x=5`, 'syntax-error'],
    [`${GOOD}; i=a.example`, 'syntax-error'],
    [`${GOOD}; i=@b.example`, 'identity-outside'],
    [`${GOOD}; i=@ba.example`, 'identity-outside'],
  ])('%j: %s', (value, reason) => {
    expect(readSignature(value)).toMatchObject({ reason })
  })

  it('tells whose it is even if nothing can come of it', () => {
    expect(readSignature(`${without('a')}; i=@x`)).toMatchObject({
      domain: 'a.example',
      selector: 's1',
    })
  })
})

describe('a written signature field', () => {
  const value = writeSignature({
    spec: {
      ...spec,
      headers: [
        'From',
        'To',
        'Cc',
        'Subject',
        'Date',
        'Message-ID',
        'MIME-Version',
        'Content-Type',
      ],
      expiresAt: NOW + 86_400_999,
      identity: 'a;é=@news.alice.example',
    },
    bodyLength: 12,
    bodyHash: `${'A'.repeat(43)}=`,
  })
  const whole = value + foldedSignature(`${'A'.repeat(86)}==`)

  it('is read as what was written', () => {
    expect(readSignature(whole)).toMatchObject({
      reason: null,
      tags: {
        headers: expect.arrayContaining(['from', 'content-type']),
        bodyLength: 12,
        signedAtSeconds: 1_780_395_342,
        expiresAtSeconds: 1_780_481_742,
        identity: 'a=3B=C3=A9=3D=40news.alice.example'.replace('=40', '@'),
      },
    })
  })

  it('has short lines', () => {
    const lengths = `DKIM-Signature: ${whole}`.split('\r\n').map((line) => line.length)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(78)
  })
})
