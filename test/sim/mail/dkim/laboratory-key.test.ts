import { describe, expect, it } from 'vitest'
import { dkimCrypto } from '../../../../src/host/crypto.ts'
import { keyRecord, parseKeyRecord } from '../../../../src/sim/mail/dkim/key-record.ts'
import {
  isStandIn,
  laboratorySecret,
  publicKeyOf,
  realKeyRecord,
  standInKey,
} from '../../../../src/sim/mail/dkim/laboratory-key.ts'
import { fromBase64 } from '../../../../src/sim/mail/dkim/octets.ts'

describe('laboratory keys', () => {
  it('have names', () => {
    expect(standInKey('Alice.example', 'S1')).toBe('lab:s1._domainkey.alice.example')
    expect(standInKey('alice.example', 's1', 2)).toBe('lab:s1._domainkey.alice.example:2')
    expect(isStandIn('lab:x')).toBe(true)
    expect(isStandIn('labx')).toBe(false)
  })

  it('are always the same, and each another one', () => {
    const [a, b] = [standInKey('a.example', 's'), standInKey('a.example', 's', 2)]
    expect(laboratorySecret(a, dkimCrypto)).toEqual(laboratorySecret(a, dkimCrypto))
    expect(laboratorySecret(a, dkimCrypto)).not.toEqual(laboratorySecret(b, dkimCrypto))
  })

  it('stand in a record until somebody wants to see the true one', () => {
    const key = standInKey('a.example', 's')
    const real = realKeyRecord(keyRecord(key, { flags: ['y'] }), dkimCrypto)
    expect(real).toMatch(/^v=DKIM1; k=ed25519; t=y; p=[A-Za-z0-9+/]{43}=$/)
    const record = parseKeyRecord(real)
    const octets = record.kind === 'key' ? fromBase64(record.key) : null
    expect(octets).toEqual(publicKeyOf(key, dkimCrypto))
    expect(octets && publicKeyOf(real.slice(-44, -1), dkimCrypto)).toEqual(octets)
  })

  it.each(['', 'p=', 'v=DKIM1; p=YWJj', 'v=spf1 -all', 'p=lab:x; p=lab:x'])(
    'leave %j as it is',
    (text) => {
      expect(realKeyRecord(text, dkimCrypto)).toBe(text)
    },
  )
})
