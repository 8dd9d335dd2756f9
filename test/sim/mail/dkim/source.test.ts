import { describe, expect, it } from 'vitest'
import { parseSource } from '../../../../src/sim/mail/dkim/source.ts'

describe('a source text', () => {
  it('is fields and a body', () => {
    expect(parseSource('From: a\r\nSubject:b\r\n c\r\nX : y\r\n\r\nBody\r\n\r\nmore')).toEqual({
      fields: [
        { name: 'from', text: 'From: a' },
        { name: 'subject', text: 'Subject:b\r\n c' },
        { name: 'x', text: 'X : y' },
      ],
      body: 'Body\r\n\r\nmore',
    })
  })

  it.each([
    ['', [], ''],
    ['\r\n', [], ''],
    ['\r\nBody', [], 'Body'],
    ['\r\n\r\nBody', [], '\r\nBody'],
    ['A: b', ['a'], ''],
    ['A: b\r\n', ['a'], ''],
    ['A: b\r\n\r\n', ['a'], ''],
    ['no field\r\n folded\r\nA: b\r\n', ['', 'a'], ''],
    [' folded\r\nA: b\r\n', ['', 'a'], ''],
    ['A: b\nC: d\r\n\r\n', ['a'], ''],
  ])('%j has these fields: %j', (source, names, body) => {
    const parsed = parseSource(source)
    expect(parsed.fields.map(({ name }) => name)).toEqual(names)
    expect(parsed.body).toBe(body)
  })
})
