import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  domainOf,
  isBarePostmaster,
  isNullPath,
  parseMailbox,
} from '../../../src/sim/mail/address.ts'

describe('a mailbox', () => {
  it.each([
    ['bob@receiver.example', 'bob', 'receiver.example'],
    ['a.b+tag@x', 'a.b+tag', 'x'],
    ['"a@b c"@x.example', '"a@b c"', 'x.example'],
    ['bob@[192.0.2.1]', 'bob', '[192.0.2.1]'],
    ['Bob@Receiver.Example', 'Bob', 'Receiver.Example'],
    ['jörg@bücher.example', 'jörg', 'bücher.example'],
  ])('%s', (text, localPart, domain) => {
    expect(parseMailbox(text)).toEqual({ localPart, domain })
    expect(domainOf(text)).toBe(domain)
  })

  it.each([
    '',
    'bob',
    '@x.example',
    'bob@',
    'a b@x.example',
    'a..b@x.example',
    '.a@x.example',
    'a.@x.example',
    'a@x..example',
    'a@-x.example',
    'a@x.example.',
    'a@b@x.example',
    'a@x y',
    `${'a'.repeat(65)}@x.example`,
    `a@${'x'.repeat(256)}`,
  ])('%s is none', (text) => {
    expect(parseMailbox(text)).toBeNull()
  })

  it('never throws and gives parts that make up the whole', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const mailbox = parseMailbox(`${a}@${b}`)
        const whole = mailbox === null ? null : `${mailbox.localPart}@${mailbox.domain}`
        expect([null, `${a}@${b}`]).toContain(whole)
      }),
    )
  })
})

describe('paths without a mailbox', () => {
  it('are the null path and the bare postmaster', () => {
    expect(isNullPath('')).toBe(true)
    expect(isNullPath('a@b.example')).toBe(false)
    expect(isBarePostmaster('PostMaster')).toBe(true)
    expect(isBarePostmaster('postmaster@x.example')).toBe(false)
    expect(domainOf('postmaster')).toBe('')
  })
})
