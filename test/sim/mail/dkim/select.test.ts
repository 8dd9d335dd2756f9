import { describe, expect, it } from 'vitest'
import { fieldsAt, indexFields, selectFields } from '../../../../src/sim/mail/dkim/select.ts'

const names = ['received', 'dkim-signature', 'received', 'from', 'to', 'dkim-signature']
const index = indexFields(names)

describe('the selection of fields', () => {
  it('goes from the bottom, once for each time that a name is listed', () => {
    expect(selectFields(index, ['from', 'received'], -1)).toEqual([3, 2])
    expect(selectFields(index, ['received', 'to', 'received'], -1)).toEqual([2, 4, 0])
  })

  it('passes over what is not there', () => {
    expect(selectFields(index, ['from', 'from', 'cc', 'to', 'from'], -1)).toEqual([3, 4])
  })

  it('never takes the field of the signature itself', () => {
    expect(selectFields(index, ['dkim-signature', 'dkim-signature'], -1)).toEqual([5, 1])
    expect(selectFields(index, ['dkim-signature', 'dkim-signature'], 5)).toEqual([1])
    expect(selectFields(index, ['dkim-signature', 'dkim-signature'], 1)).toEqual([5])
  })

  it('finds the fields', () => {
    expect(fieldsAt([{ a: 1 }, { a: 2 }], [1, 0, 7])).toEqual([{ a: 2 }, { a: 1 }])
  })
})
