import { describe, expect, it } from 'vitest'
import { parseTagList } from '../../../../src/sim/mail/dkim/tag-list.ts'

const values = (text: string): Record<string, string> | null => {
  const list = parseTagList(text)
  return list && Object.fromEntries([...list].map(([name, { value }]) => [name, value]))
}

describe('tag lists', () => {
  it.each([
    ['a=1', { a: '1' }],
    ['a=1;', { a: '1' }],
    [' a = 1 ;\r\n\tb_2\t=\tx = y z ; \r\n ', { a: '1', b_2: 'x = y z' }],
    ['a=;A=', { a: '', A: '' }],
  ])('%j is read', (text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  it.each(['', ' ', ';', 'a', 'a;', '=1', 'a=1;;b=2', 'a=1;b', '1a=1', 'a b=1', 'a=1;a=2', 'a=é'])(
    '%j is none',
    (text) => {
      expect(parseTagList(text)).toBeNull()
    },
  )

  it('know where their values stand', () => {
    const text = 'a=1; b = x\r\n y ;c=3'
    const tag = parseTagList(text)?.get('b')
    expect(text.slice(tag?.start, tag?.end)).toBe(' x\r\n y ')
  })
})
