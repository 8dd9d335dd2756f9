import { Buffer } from 'node:buffer'
import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { dkimCrypto } from '../../src/host/crypto.ts'

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'))

describe('the arithmetic of signatures', () => {
  it('is that of RFC 8032 §7.1', () => {
    const secret = hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')
    const key = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c')
    expect(dkimCrypto.publicKey(secret)).toEqual(key)
    const signature = dkimCrypto.sign(secret, hex('72'))
    expect(Buffer.from(signature).toString('hex')).toMatch(/^92a009a9f0d4cab8720e820b5f642540a2b2/)
    expect(dkimCrypto.verify(key, signature, hex('72'))).toBe(true)
    expect(dkimCrypto.verify(key, signature, hex('73'))).toBe(false)
  })

  it("is that of Node's own library", () => {
    const octets = new Uint8Array([1, 2, 3])
    expect(Buffer.from(dkimCrypto.sha256(octets))).toEqual(
      createHash('sha256').update(octets).digest(),
    )
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const { d = '', x = '' } = privateKey.export({ format: 'jwk' })
    const ours = dkimCrypto.sign(new Uint8Array(Buffer.from(d, 'base64url')), octets)
    expect(Buffer.from(ours)).toEqual(sign(null, octets, privateKey))
    expect(verify(null, octets, publicKey, ours)).toBe(true)
    expect(dkimCrypto.verify(new Uint8Array(Buffer.from(x, 'base64url')), ours, octets)).toBe(true)
  })

  it('says no to what is no key and no signature', () => {
    const octets = new Uint8Array(32)
    for (const key of [new Uint8Array(0), new Uint8Array(32), new Uint8Array(32).fill(255)])
      for (const signature of [new Uint8Array(0), new Uint8Array(64), new Uint8Array(64).fill(255)])
        expect(dkimCrypto.verify(key, signature, octets)).toBe(false)
  })
})
