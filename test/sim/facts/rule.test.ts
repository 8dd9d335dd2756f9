import { expect, it } from 'vitest'
import { readRule, writeRule } from '../../../src/sim/facts/rule.ts'

it.each([
  { check: 'greylisting', reason: 'triplet-early', threshold: 300_000, about: '' },
  { check: 'dnsbl', reason: 'listed', threshold: 0, about: 'Listed, see https://dnsbl.example/?1' },
  { check: 'spf', reason: 'fail', threshold: 0, about: 'a|b/c -all' },
])('a rule of $check reads back as it was written', (rule) => {
  expect(readRule(writeRule(rule))).toEqual(rule)
})

it.each(['', 'mx.college.example', 'a/b', 'a/b|3'])('%j is no rule', (text) => {
  expect(readRule(text)).toEqual({ check: '', reason: '', threshold: 0, about: text })
})
