import { describe, expect, it } from 'vitest'
import { whyChain } from '../../../src/sim/facts/why.ts'
import { worldFor } from '../../helpers/runs.ts'

const kinds = (set: Readonly<Record<string, string>>): string[] => {
  const { index } = worldFor('two-roads', 'direct', { set: { 'laptop.retry': 'never', ...set } })
  return whyChain(index, 0, 0, 4e9).map(({ kind }) => kind)
}

describe('a reply that trouble and a check have in common', () => {
  it('is trouble where no check has found anything', () => {
    expect(kinds({ 'mx.trouble': 'hello-450' })).toContain('in-trouble')
  })

  it('is no trouble where a check has said it', () => {
    const checked = kinds({ 'mx.helo.action': 'refuse', 'mx.helo.unknown': 'on' })
    expect(checked).toContain('replied')
    expect(checked).not.toContain('in-trouble')
  })
})
