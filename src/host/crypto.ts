/** Hashing and signing for what the simulation only compares: two audited packages without any own. */
import { getPublicKey, hashes, sign, verify } from '@noble/ed25519'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import type { DkimCrypto } from '../sim/mail/dkim/crypto.ts'

// The package brings the curve and leaves the choice of the hash, at once and in one turn, to us.
hashes.sha512 = sha512

export const dkimCrypto: DkimCrypto = {
  sha256,
  sign: (secretKey, octets) => sign(octets, secretKey),
  publicKey: (secretKey) => getPublicKey(secretKey),
  verify: (publicKey, signature, octets) => {
    try {
      // Strictly by RFC 8032 §5.1.7: a key of small order, which fits any text, is refused
      return verify(signature, octets, publicKey, { zip215: false })
    } catch {
      return false
    }
  },
}
