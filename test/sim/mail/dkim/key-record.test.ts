import { describe, expect, it } from 'vitest'
import { keyName, keyRecord, parseKeyRecord } from '../../../../src/sim/mail/dkim/key-record.ts'

describe('a key record', () => {
  it('is written and read', () => {
    expect(keyRecord('YWJj')).toBe('v=DKIM1; k=ed25519; p=YWJj')
    const text = keyRecord('YWI=', { flags: ['y', 's'], hashes: ['sha256'], services: ['email'] })
    expect(text).toBe('v=DKIM1; k=ed25519; h=sha256; s=email; t=y:s; p=YWI=')
    expect(parseKeyRecord(text)).toEqual({
      kind: 'key',
      type: 'ed25519',
      key: 'YWI',
      hashes: ['sha256'],
      forMail: true,
      testing: true,
      strict: true,
    })
    expect(keyName('a.example', 's1')).toBe('s1._domainkey.a.example')
  })

  it('has defaults', () => {
    expect(parseKeyRecord('p=YW\tI=')).toEqual({
      kind: 'key',
      type: 'rsa',
      key: 'YWI',
      hashes: null,
      forMail: true,
      testing: false,
      strict: false,
    })
  })

  it.each([
    ['v=DKIM1; p=', { key: '' }],
    ['v=DKIM1; p=lab:s1._domainkey.a.example', { key: 'lab:s1._domainkey.a.example' }],
    ['v=DKIM1; k=RSA; p=YWJj; n=a note', { type: 'rsa' }],
    ['v=DKIM1; s=tlsrpt; p=YWJj', { forMail: false }],
    ['v=DKIM1; s=tlsrpt : *; p=YWJj', { forMail: true }],
    ['v=DKIM1; t=x:Y; h=SHA1; p=YWJj', { testing: true, strict: false, hashes: ['sha1'] }],
  ])('%j', (text, expected) => {
    expect(parseKeyRecord(text)).toMatchObject({ kind: 'key', ...expected })
  })

  it.each(['', 'v=DKIM1', 'v=DKIM2; p=YWJj', 'p=YWJj; v=DKIM1', 'p=?', 'p=YWJj; p=YWJj', 'hello'])(
    '%j cannot be read',
    (text) => {
      expect(parseKeyRecord(text)).toEqual({ kind: 'unreadable' })
    },
  )
})
