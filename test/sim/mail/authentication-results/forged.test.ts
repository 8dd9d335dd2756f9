import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { removeForged } from '../../../../src/sim/mail/authentication-results/forged.ts'

const OWN = 'mx.example.net'
const one = (value: string, name = 'Authentication-Results') => ({ name, value })

describe('a field that bears our name', () => {
  test.each([
    'mx.example.net; spf=pass',
    'MX.Example.NET; spf=pass',
    'mx.example.net.; spf=pass',
    'mx.example.net 1; none',
    'mx.example.net/1; none',
    '"mx.example.net"; none',
    '"mx.exam\\ple.net"; none',
    '(so (they) say) mx.example.net (really);none',
    '\r\n\tmx.example.net;\r\n\tnone',
    'mx.example.net',
    'mx.example.net = (broken',
    '',
    '; dkim=pass',
    '(broken mx.example.net; none',
  ])('%j goes', (value) => {
    const subject = one('hello', 'Subject')
    expect(removeForged([one(value), subject], OWN)).toEqual([subject])
  })

  it('goes in any case of the field’s name, and by its text', () => {
    const fields = [
      one(`${OWN}; none`, 'AUTHENTICATION-RESULTS'),
      one(`${OWN}; none`, 'authentication-results '),
    ]
    expect(removeForged(fields, 'MX.example.net')).toEqual([])
    const text = `Authentication-Results:\n\t${OWN};\n\tspf=pass`
    expect(removeForged([{ name: 'Authentication-Results', text, addedBy: 3 }], OWN)).toEqual([])
  })
})

describe('a field of somebody else', () => {
  test.each([
    one('mx.example.com; spf=pass'),
    one('notmx.example.net; spf=pass'),
    one('example.net; none'),
    one('mx.example.net.evil.example; none'),
    one(`${OWN}; none`, 'X-Authentication-Results'),
    one(`i=1; ${OWN}; none`, 'ARC-Authentication-Results'),
    one(OWN, 'Subject'),
  ])('%j stays', (field) => {
    const fields = [field]
    expect(removeForged(fields, OWN)).toBe(fields)
  })

  it('keeps its place', () => {
    const [a, b] = [one('a.example; none'), one('b.example; none')]
    expect(removeForged([a, one(`${OWN}; none`), b], OWN)).toEqual([a, b])
  })

  it('never makes it throw', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (values, own) => {
        const fields = values.map((value) => one(value))
        expect(removeForged(fields, own).length).toBeLessThanOrEqual(fields.length)
      }),
    )
  })
})
