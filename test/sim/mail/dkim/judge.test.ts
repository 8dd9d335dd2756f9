import { describe, expect, it } from 'vitest'
import { judge } from '../../../../src/sim/mail/dkim/judge.ts'
import type { Evidence } from '../../../../src/sim/mail/dkim/judge.ts'
import { keyRecord } from '../../../../src/sim/mail/dkim/key-record.ts'
import { readSignature } from '../../../../src/sim/mail/dkim/signature-field.ts'
import type { KeyLookup } from '../../../../src/sim/mail/dkim/signature.ts'
import { NOW, text } from './letters.ts'

const SECONDS = Math.floor(NOW / 1000)
const field = (more = ''): string =>
  `v=1; a=ed25519-sha256; d=a.example; s=s1; h=From; bh=YWI=; b=YWJj${more}`

const fine: Evidence = {
  body: () => ({ state: 'same', unsignedOctets: 3 }),
  signature: () => true,
}

const KEY = 'A'.repeat(43)

function reasonOf(value: string, lookup: KeyLookup, evidence = fine): string {
  return judge(readSignature(value), evidence, lookup, NOW).reason
}

describe('a verdict', () => {
  it('says what it is about', () => {
    const asked: string[] = []
    const lookup: KeyLookup = (name) => {
      asked.push(name)
      return text(keyRecord(KEY, { flags: ['y'] }))
    }
    expect(judge(readSignature(field()), fine, lookup, NOW)).toEqual({
      reason: 'verified',
      result: 'pass',
      domain: 'a.example',
      selector: 's1',
      identity: '@a.example',
      testing: true,
      unsignedOctets: 3,
    })
    expect(asked).toEqual(['s1._domainkey.a.example'])
  })

  it.each([
    ['', 'verified'],
    [`; x=${SECONDS}`, 'verified'],
    [`; x=${SECONDS - 1}`, 'expired'],
    [`; t=${SECONDS + 300}`, 'verified'],
    [`; t=${SECONDS + 301}`, 'from-the-future'],
    ['; t=x', 'syntax-error'],
  ])('on a field with %j is %s', (more, reason) => {
    expect(reasonOf(field(more), () => text(keyRecord(KEY)))).toBe(reason)
  })

  it.each([
    [text(keyRecord(KEY)), 'verified'],
    [text(keyRecord('lab:x')), 'verified'],
    [{ rcode: 'NXDOMAIN', records: [] } as const, 'key-missing'],
    [{ rcode: 'NOERROR', records: [] } as const, 'key-missing'],
    [{ rcode: 'SERVFAIL', records: [] } as const, 'key-unavailable'],
    [{ rcode: 'TIMEOUT', records: [] } as const, 'key-unavailable'],
    [text('v=spf1 -all'), 'key-syntax'],
    [text(keyRecord('')), 'key-revoked'],
    [text(keyRecord('YWJj')), 'key-unsuited'],
    [text(`v=DKIM1; k=rsa; p=${KEY}`), 'key-unsuited'],
    [text(`p=${KEY}`), 'key-unsuited'],
    [text(keyRecord(KEY, { hashes: ['sha1'] })), 'hash-not-allowed'],
    [text(keyRecord(KEY, { services: ['tlsrpt'] })), 'not-for-mail'],
    [text(keyRecord(KEY, { flags: ['s'] })), 'identity-strict'],
  ])('with the key %j is %s', (answer, reason) => {
    const subdomain = reason === 'identity-strict' ? '; i=@x.a.example' : ''
    expect(reasonOf(field(subdomain), () => answer)).toBe(reason)
  })

  it('rests on the evidence', () => {
    const lookup = () => text(keyRecord(KEY))
    const wrong: Evidence = { ...fine, signature: () => false }
    expect(reasonOf(field(), lookup, wrong)).toBe('signature-wrong')
    const changed: Evidence = { ...wrong, body: () => ({ state: 'changed' }) }
    expect(reasonOf(field(), lookup, changed)).toBe('body-changed')
    const short: Evidence = { ...wrong, body: () => ({ state: 'too-short' }) }
    expect(reasonOf(field(), lookup, short)).toBe('body-too-short')
  })
})
