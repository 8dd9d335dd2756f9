import { describe, expect, it } from 'vitest'
import { whyChain, type WhyLink } from '../../../src/sim/facts/why.ts'
import { worldFor, type Wanted } from '../../helpers/runs.ts'

function chain(wanted: Wanted): readonly WhyLink[] {
  const set = { 'laptop.retry': 'never', ...wanted.set }
  return whyChain(worldFor('two-roads', 'direct', { ...wanted, set }).index, 0, 0, 4e9)
}

describe('why nobody answered at port 25', () => {
  it('ends in the setting of the line, when the other server was there all the time', () => {
    const links = chain({ set: { 'laptop.port-25': 'blocked' } })
    expect(links.map(({ kind }) => kind)).toEqual([
      'lost',
      'gave-up',
      'refused-by-network',
      'shut-in',
      'setting',
    ])
    expect(links.at(-1)!.values).toMatchObject({ option: 'laptop.port-25', host: 0 })
  })

  it('is the server’s own cable, when that was out', () => {
    const outage = { 'mx.outage.lasts': '3600', 'mx.outage.kind': 'unreachable' }
    const kinds = chain({ set: outage }).map(({ kind }) => kind)
    expect(kinds).toContain('server-unreachable')
    expect(kinds).not.toContain('shut-in')
  })

  it('is not said of a server that came back meanwhile', () => {
    const outage = { 'mx.outage.lasts': '10', 'mx.outage.kind': 'unreachable' }
    expect(chain({ set: outage }).map(({ kind }) => kind)).not.toContain('shut-in')
  })
})
