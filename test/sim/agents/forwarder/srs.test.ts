import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { srsAddress, srsSender } from '../../../../src/sim/agents/forwarder/srs.ts'
import { parseMailbox } from '../../../../src/sim/mail/address.ts'
import { days } from '../../../../src/sim/units.ts'

const NOW = 1_780_395_342_000
const made = (sender: string, at = NOW): string =>
  srsAddress(sender, 'alumni.example', 'mail.alumni.example', at)
const found = (path: string, at = NOW): string | null => srsSender(path, 'mail.alumni.example', at)

describe('a rewritten sender', () => {
  it('has the shape of postsrsd', () => {
    expect(made('alice@school.example')).toMatch(
      /^SRS0=[A-Z2-7]{4}=[A-Z2-7]{2}=school\.example=alice@alumni\.example$/,
    )
  })

  it('leads back to the first one, even through several forwarders', () => {
    const word = fc.stringMatching(/^[a-z0-9=+-]{1,12}$/)
    fc.assert(
      fc.property(word, word, (local, name) => {
        const sender = `${local}@${name.replaceAll(/[=+-]/g, '')}x.example`
        expect(found(made(sender))).toBe(sender)
        expect(found(found(made(made(sender)))!)).toBe(sender)
      }),
    )
  })

  it('is a mailbox as long as the first one is short enough', () => {
    expect(parseMailbox(made('alice@school.example'))).not.toBeNull()
  })

  it('does not lead anywhere once it has been changed', () => {
    const path = made('alice@school.example')
    expect(found(path.replace('alice', 'mallory'))).toBeNull()
    expect(found(path.replace(/=\w{4}=/, '=AAAA='))).toBeNull()
    expect(found('SRS0=@alumni.example')).toBeNull()
    expect(found('alice@alumni.example')).toBeNull()
    expect(srsSender(path, 'mail.other.example', NOW)).toBeNull()
    // Some servers change the case of a local part.
    expect(found(path.toLowerCase())).toBe('alice@school.example')
  })

  it('is answered for during three weeks', () => {
    const path = made('alice@school.example')
    expect(found(path, NOW + days(21))).toBe('alice@school.example')
    expect(found(path, NOW + days(22))).toBeNull()
    expect(found(path, NOW - days(1))).toBeNull()
  })
})
