import { describe, expect, it } from 'vitest'
import { moved, orderOf, valueOf } from '../../../src/ui/inspector/check-order.ts'

const USUAL = ['spf', 'grey', 'who', 'dkim']

describe('the order of checks', () => {
  it.each([
    ['', USUAL],
    ['who', ['who', 'spf', 'grey', 'dkim']],
    ['dkim,grey', ['dkim', 'grey', 'spf', 'who']],
    ['gone,who', ['who', 'spf', 'grey', 'dkim']],
  ])('that %j asks for', (value, order) => {
    expect(orderOf(value, USUAL)).toEqual(order)
  })

  it.each([
    [USUAL, ''],
    [['grey', 'spf', 'who', 'dkim'], 'grey'],
    [['spf', 'who', 'grey', 'dkim'], 'spf,who'],
    [['spf', 'grey', 'dkim', 'who'], 'spf,grey,dkim'],
    [['dkim', 'who', 'grey', 'spf'], 'dkim,who,grey'],
  ])('%j is written as short as can be', (order, value) => {
    expect(valueOf(order, USUAL)).toBe(value)
    expect(orderOf(value, USUAL)).toEqual(order)
  })

  it.each([
    ['grey', -1, ['grey', 'spf', 'who', 'dkim']],
    ['grey', 1, ['spf', 'who', 'grey', 'dkim']],
    ['spf', -1, USUAL],
    ['dkim', 1, USUAL],
    ['gone', 1, USUAL],
  ] as const)('with %s moved by %s', (id, by, order) => {
    expect(moved(USUAL, id, by)).toEqual(order)
  })
})
